using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingAttachments;

public sealed class ListOutgoingAttachmentsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Files_come_in_the_order_they_were_added_page_by_page(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var added = new List<OutgoingAttachment>();
        foreach (var i in Enumerable.Range(1, 3))
            added.Add((await files.AddOutgoingAttachmentAsync(on.Adding("名单"u8.ToArray(), $"{i}.txt"))).Attachment);
        var first = await files.ListOutgoingAttachmentsAsync(new() { Parent = on.Name, PageSize = 2 });
        var second = await files.ListOutgoingAttachmentsAsync(new() { Parent = on.Name, PageSize = 2, PageToken = first.NextPageToken });
        first.Attachments.Concat(second.Attachments).ShouldBe(added);
        second.NextPageToken.ShouldBeEmpty();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.FilesAs(suite, DraftUnderway.Outsider).ListOutgoingAttachmentsAsync(new() { Parent = on.Name }));
    }
}
