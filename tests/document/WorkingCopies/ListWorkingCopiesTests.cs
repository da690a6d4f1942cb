using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.WorkingCopies;

public sealed class ListWorkingCopiesTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Own_copies_come_newest_first_page_by_page(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var typed = new Typed(suite, on.Name, Office.Staff);
        foreach (var i in Enumerable.Range(1, 3))
            await typed.SaveAsync(Guid.NewGuid(), 1, $"第{i}份");
        var first = await typed.Copies.ListWorkingCopiesAsync(new ListWorkingCopiesRequest { Parent = on.Name, PageSize = 2 });
        var second = await typed.Copies.ListWorkingCopiesAsync(new ListWorkingCopiesRequest { Parent = on.Name, PageSize = 2, PageToken = first.NextPageToken });
        first.WorkingCopies.Concat(second.WorkingCopies).Select(c => c.Body).ShouldBe(["第3份", "第2份", "第1份"]);
        second.NextPageToken.ShouldBeEmpty();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => new Typed(suite, on.Name, DraftUnderway.Outsider).ListAsync());
    }
}
