using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingAttachments;

public sealed class AddOutgoingAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_file_is_held_with_what_is_hidden_in_it(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var request = on.Adding(Attached.Dirty());
        request.RequestId = Guid.NewGuid().ToString();

        var added = (await files.AddOutgoingAttachmentAsync(request)).Attachment;

        added.HiddenContents.Select(h => (h.Kind, h.Count)).ShouldBe([(HiddenContentKind.Comment, 1), (HiddenContentKind.Author, 1)]);
        (added.FileName, added.Person, added.CleanedFrom, added.ReplacedBy).ShouldBe(("名单.docx", "people/staff", "", ""));
        (await files.AddOutgoingAttachmentAsync(request)).Attachment.ShouldBe(added);
        (await files.ListAsync(on)).ShouldBe([added]);
        (await files.AddOutgoingAttachmentAsync(on.Adding(Encoding.UTF8.GetBytes("名单"), "名单.txt"))).Attachment.HiddenContents.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Only_whoever_has_the_document_adds_files_and_only_before_it_is_signed(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var file = on.Adding("名单"u8.ToArray());
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.FilesAs(suite, DraftUnderway.Outsider).AddOutgoingAttachmentAsync(file));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.FilesAs(suite, Office.SectionChief).AddOutgoingAttachmentAsync(file));
        var signed = await DraftUnderway.AtAsync(suite, "recheck");
        await Refused.ForAsync("WRONG_STATE", on.FilesAs(suite, Office.Clerk).AddOutgoingAttachmentAsync(signed.Adding("名单"u8.ToArray())));
    }

    [Theory, EveryDatabase]
    public async Task What_is_agreed_to_includes_the_files(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "section-review");
        var seen = (await on.MatterAsync(Office.SectionChief)).ContentSha256;
        await on.FilesAs(suite, Office.SectionChief).AddOutgoingAttachmentAsync(on.Adding("名单"u8.ToArray()));
        (await on.MatterAsync(Office.SectionChief)).ContentSha256.ShouldNotBe(seen);
    }

    [Theory, EveryDatabase]
    public async Task Secrets_and_files_that_cannot_be_looked_through_are_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var trace = Guid.NewGuid().ToString("N");
        await Refused.ForAsync("STATE_SECRET_REFUSED", files.AddOutgoingAttachmentAsync(on.Adding(Attached.Dirty($"机密★{trace}"))));
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
        await Refused.ForAsync("FILE_REFUSED", files.AddOutgoingAttachmentAsync(on.Adding("%PDF-1.7\nnothing"u8.ToArray())));
        await Refused.ForAsync("FILE_REFUSED", files.AddOutgoingAttachmentAsync(on.Adding("MZ\0\0"u8.ToArray())));
        (await files.ListAsync(on)).ShouldBeEmpty();
    }
}
