using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Backoffice.Typesetting.CleanCopies;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingAttachments;

public sealed class CleanOutgoingAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task What_holds_more_than_it_shows_is_not_dispatched_until_a_clean_copy_takes_its_place(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft", Attached.Listing("名单"));
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
    public async Task A_table_is_cleaned_of_its_hidden_sheets_and_what_cannot_be_is_told_with_the_reason(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var table = (await files.AddOutgoingAttachmentAsync(on.Adding(Table(isShown: true), "名单.xlsx"))).Attachment;
        table.HiddenContents.Select(h => (h.Kind, h.Count)).ShouldBe([(HiddenContentKind.Author, 1), (HiddenContentKind.HiddenText, 1)]);
        var clean = (await files.CleanOutgoingAttachmentAsync(new() { Name = table.Name })).Attachment;
        using (var package = SpreadsheetDocument.Open(new MemoryStream(await files.ContentAsync(clean.Name)), false))
            (package.PackageProperties.Creator, package.WorkbookPart!.Workbook!.Descendants<Sheet>().Single().Name?.Value).ShouldBe((null, "名单"));
        var drafts = (await files.AddOutgoingAttachmentAsync(on.Adding(Table(isShown: false), "底稿.xlsx"))).Attachment;
        (await Refused.ForAsync("FILE_NOT_CLEANED", files.CleanOutgoingAttachmentAsync(new() { Name = drafts.Name }))).Metadata["why"].ShouldContain("没有可见的工作表");
    }

    private static byte[] Table(bool isShown)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            package.PackageProperties.Creator = "张三";
            var book = package.AddWorkbookPart();
            var sheets = new Sheets(SheetOf(book, "底稿", SheetStateValues.Hidden));
            if (isShown)
                sheets.Append(SheetOf(book, "名单", SheetStateValues.Visible));
            book.Workbook = new Workbook(sheets);
        }
        return stream.ToArray();
    }

    private static Sheet SheetOf(WorkbookPart book, string name, SheetStateValues state)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData());
        return new Sheet { Name = name, SheetId = (uint)book.WorksheetParts.Count(), Id = book.GetIdOfPart(part), State = state };
    }
}
