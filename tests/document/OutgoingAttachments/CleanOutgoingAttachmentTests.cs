using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Backoffice.Typesetting.CleanCopies;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingAttachments;

public sealed class CleanOutgoingAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task What_holds_more_than_it_shows_is_not_dispatched_until_a_clean_copy_takes_its_place(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var dirty = (await on.FilesAs(suite, Office.Staff).AddOutgoingAttachmentAsync(on.Adding(Attached.Dirty()))).Attachment;
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "dispatch"))
            await on.DoAsync(step);
        var info = await Refused.ForAsync("HIDDEN_CONTENT", on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching()));
        (info.Metadata["file_name"], info.Metadata["contents"]).ShouldBe(("名单.docx", "批注1处、作者信息1项"));
        var request = new CleanOutgoingAttachmentRequest { Name = dirty.Name, RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.FilesAs(suite, Office.Staff).CleanOutgoingAttachmentAsync(new() { Name = dirty.Name }));

        var files = on.FilesAs(suite, Office.Clerk);
        var clean = (await files.CleanOutgoingAttachmentAsync(request)).Attachment;

        (clean.CleanedFrom, clean.HiddenContents.Count, clean.FileName).ShouldBe((dirty.Name, 0, dirty.FileName));
        (await files.CleanOutgoingAttachmentAsync(request)).Attachment.ShouldBe(clean);
        (await files.CleanOutgoingAttachmentAsync(new() { Name = dirty.Name })).Attachment.ShouldBe(clean);
        CleanCopy.Inspect(await files.ContentAsync(clean.Name)).ShouldBeEmpty();
        (await files.ListAsync(on)).Select(a => (a.Name, a.ReplacedBy)).ShouldBe([(dirty.Name, clean.Name), (clean.Name, "")]);
        await on.DoAsync("dispatch");
        // The organ that received it sees what was sent, and nothing else is filed.
        (await on.FilesAs(suite, Office.County).ListAsync(on)).Select(a => a.Name).ShouldBe([clean.Name]);
        await Refused.ForAsync("ATTACHMENT_NOT_FOUND", () => on.FilesAs(suite, Office.County).ContentAsync(dirty.Name));
        await Refused.ForAsync("WRONG_STATE", on.FilesAs(suite, Office.Staff).CleanOutgoingAttachmentAsync(new() { Name = clean.Name }));
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_cleaned_here_is_told_with_the_reason(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var table = (await files.AddOutgoingAttachmentAsync(on.Adding(Table(), "名单.xlsx"))).Attachment;
        table.HiddenContents.Single().Kind.ShouldBe(HiddenContentKind.Author);
        (await Refused.ForAsync("FILE_NOT_CLEANED", files.CleanOutgoingAttachmentAsync(new() { Name = table.Name }))).Metadata["why"].ShouldContain("原程序");
    }

    private static byte[] Table()
    {
        using var stream = new MemoryStream();
        using (var package = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            package.PackageProperties.Creator = "张三";
            package.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        }
        return stream.ToArray();
    }
}
