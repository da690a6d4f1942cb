using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingAttachments;

public sealed class DownloadOutgoingAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_file_comes_as_it_was_sent_to_whoever_may_read_the_document(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var content = new byte[200_000];
        Array.Fill(content, (byte)'a');
        var added = (await on.FilesAs(suite, Office.Staff).AddOutgoingAttachmentAsync(on.Adding(content, "长.txt"))).Attachment;
        (await on.FilesAs(suite, Office.SectionChief).ContentAsync(added.Name)).ShouldBe(content);
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => on.FilesAs(suite, DraftUnderway.Outsider).ContentAsync(added.Name));
        await Refused.ForAsync("ATTACHMENT_NOT_FOUND", () => on.FilesAs(suite, Office.Staff).ContentAsync($"{on.Name}/attachments/{Guid.NewGuid()}"));
    }
}
