using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingAttachments;

public sealed class RemoveOutgoingAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_file_goes_with_its_clean_copy(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var kept = (await files.AddOutgoingAttachmentAsync(on.Adding("表"u8.ToArray(), "表.txt"))).Attachment;
        var added = (await files.AddOutgoingAttachmentAsync(on.Adding(Attached.Dirty()))).Attachment;
        await files.CleanOutgoingAttachmentAsync(new() { Name = added.Name });
        var request = new RemoveOutgoingAttachmentRequest { Name = added.Name, RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.FilesAs(suite, Office.SectionChief).RemoveOutgoingAttachmentAsync(new() { Name = added.Name }));
        await files.RemoveOutgoingAttachmentAsync(request);
        await files.RemoveOutgoingAttachmentAsync(request);
        (await files.ListAsync(on)).ShouldBe([kept]);
        await Refused.ForAsync("ATTACHMENT_NOT_FOUND", files.RemoveOutgoingAttachmentAsync(new() { Name = added.Name }));
    }

    [Theory, EveryDatabase]
    public async Task What_is_signed_keeps_its_files(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft", Attached.Listing("表"));
        var added = (await on.FilesAs(suite, Office.Staff).AddOutgoingAttachmentAsync(on.Adding("表"u8.ToArray(), "表.txt"))).Attachment;
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "recheck"))
            await on.DoAsync(step);
        await Refused.ForAsync("WRONG_STATE", on.FilesAs(suite, Office.Clerk).RemoveOutgoingAttachmentAsync(new() { Name = added.Name }));
    }
}
