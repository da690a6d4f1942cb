using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.WorkingCopies;

public sealed class DiscardWorkingCopyTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Only_ones_own_copy_is_thrown_away(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var (mine, chiefs, editor) = (new Typed(suite, on.Name, Office.Staff), new Typed(suite, on.Name, Office.SectionChief), Guid.NewGuid());
        await mine.SaveAsync(editor, 1, "我的稿。");
        await chiefs.SaveAsync(editor, 1, "科长的稿。");
        var discard = new DiscardWorkingCopyRequest { Parent = on.Name, Editor = editor.ToString() };
        await mine.Copies.DiscardWorkingCopyAsync(discard);
        await mine.Copies.DiscardWorkingCopyAsync(discard);
        (await mine.ListAsync()).ShouldBeEmpty();
        (await chiefs.ListAsync()).Single().Body.ShouldBe("科长的稿。");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", new Typed(suite, on.Name, DraftUnderway.Outsider).Copies.DiscardWorkingCopyAsync(discard));
    }
}
