using System.IO.Compression;
using System.Text;
using Backoffice.Typesetting.CleanCopies;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Office2019.Excel.ThreadedComments;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests.CleanCopies;

public sealed class CleanTablesTests
{
    private const string Notes =
        """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="n" type="#t"><x:ClientData ObjectType="Note"><x:Row>0</x:Row></x:ClientData></v:shape></xml>""";

    [Fact]
    public void Everything_hidden_in_a_table_is_found_and_its_clean_copy_shows_the_same_figures()
    {
        var dirty = Dirty();
        CleanCopy.Inspect(dirty).Select(h => (h.Kind, h.Count)).ShouldBe(
        [
            (HiddenKind.Revision, 1), (HiddenKind.Comment, 2), (HiddenKind.Author, 5), (HiddenKind.HiddenText, 3), (HiddenKind.CustomProperty, 2), (HiddenKind.EmbeddedObject, 1), (HiddenKind.ExternalReference, 1),
            (HiddenKind.EarlierVersion, 1),
        ]);
        var clean = CleanCopy.Clean(dirty);
        CleanCopy.Inspect(clean).ShouldBeEmpty();
        using var package = SpreadsheetDocument.Open(new MemoryStream(clean), false);
        var book = package.WorkbookPart.ShouldNotBeNull();
        book.Workbook!.Descendants<Sheet>().Select(s => s.Name?.Value).ShouldBe(["名单", "汇总"]);
        var shown = book.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToArray();
        shown.Single(c => c.CellReference?.Value == "B1").CellValue!.Text.ShouldBe("830");
        shown.ShouldAllBe(c => c.CellFormula == null);
        book.Workbook.Descendants<DefinedName>().Select(n => (n.Name!.Value, n.LocalSheetId?.Value)).ShouldBe([("_xlnm.Print_Area", 1u)]);
        Unpacked(clean).ShouldNotMatch("张三|李四|王五|再核|底稿|底数|行中|列中|C:|外部|旧缓存|修订记录");
        Unpacked(clean).ShouldContain("甲县");
        Errors(package).Except(Errors(SpreadsheetDocument.Open(new MemoryStream(dirty), false))).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_without_hidden_data_keeps_its_formulas()
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            package.PackageProperties.Creator = "张三";
            var book = package.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets(SheetOf(book, "名单", 1, new Row(new Cell { CellReference = "A1", CellFormula = new CellFormula("1+1"), CellValue = new CellValue("2") }))));
        }
        using var clean = SpreadsheetDocument.Open(new MemoryStream(CleanCopy.Clean(stream.ToArray())), false);
        clean.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>().Single().Text.ShouldBe("1+1");
    }

    [Fact]
    public void What_would_show_something_else_without_its_hidden_data_is_not_cleaned()
    {
        Refused(book => new Sheets(SheetOf(book, "底稿", 1, new Row(), SheetStateValues.VeryHidden)), "没有可见的工作表");
        Refused(book => new Sheets(
            SheetOf(book, "名单", 1, new Row(new Cell { CellReference = "A1", CellFormula = new CellFormula("底稿!A1") })), SheetOf(book, "底稿", 2, new Row(), SheetStateValues.Hidden)), "没有保存计算结果");

        static void Refused(Func<WorkbookPart, Sheets> sheets, string why)
        {
            using var stream = new MemoryStream();
            using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
            {
                var book = package.AddWorkbookPart();
                book.Workbook = new Workbook(sheets(book));
            }
            Should.Throw<FileNotCleanedException>(() => CleanCopy.Clean(stream.ToArray())).Message.ShouldContain(why);
        }
    }

    private static byte[] Dirty()
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            (package.PackageProperties.Creator, package.PackageProperties.LastModifiedBy) = ("张三", "李四");
            package.AddCustomFilePropertiesPart().Properties = new DocumentFormat.OpenXml.CustomProperties.Properties();
            var book = package.AddWorkbookPart();
            var strings = book.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new SharedStringTable(new SharedStringItem(new Text("甲县")), new SharedStringItem(new Text("底数")), new SharedStringItem(new Text("行中")));
            var draft = SheetOf(book, "底稿", 1, new Row(Shared("A1", 1)), SheetStateValues.Hidden);
            var list = SheetOf(book, "名单", 2, new Row(Shared("A1", 0), new Cell { CellReference = "B1", CellFormula = new CellFormula("底稿!A1*10"), CellValue = new CellValue("830") }));
            var total = SheetOf(book, "汇总", 3, new Row(new Cell { CellReference = "C1", DataType = CellValues.InlineString, InlineString = new InlineString(new Text("列中")) }));
            book.Workbook = new Workbook(
                new FileSharing { UserName = "王五" },
                new Sheets(draft, list, total),
                new DefinedNames(
                    new DefinedName("底稿!$A$1") { Name = "基数" },
                    new DefinedName("汇总!$A$1:$B$2") { Name = "_xlnm.Print_Area", LocalSheetId = 2 }));
            book.Workbook.PrependChild(new DocumentFormat.OpenXml.Office2013.ExcelAc.AbsolutePath { Url = "C:\\Users\\张三\\" });
            book.AddNewPart<WorkbookPersonPart>().PersonList = new PersonList(new Person { DisplayName = "张三", Id = "{00000000-0000-0000-0000-000000000001}" });
            book.AddNewPart<WorkbookRevisionHeaderPart>().Headers = new Headers(new Header { UserName = "修订记录" });
            book.AddNewPart<PivotTableCacheDefinitionPart>().PivotCacheDefinition = new PivotCacheDefinition(new CacheFields(new CacheField { Name = "旧缓存" }));
            book.AddNewPart<ConnectionsPart>().Connections = new Connections(new Connection { Name = "外部", Id = 1 });
            Comment((WorksheetPart)book.GetPartById(list.Id!.Value!));
            var sheet = ((WorksheetPart)book.GetPartById(list.Id!.Value!)).Worksheet!;
            sheet.GetFirstChild<SheetData>()!.Append(new Row(Shared("A2", 2)) { RowIndex = 2, Hidden = true });
            ((WorksheetPart)book.GetPartById(total.Id!.Value!)).Worksheet!.PrependChild(new Columns(new Column { Min = 3, Max = 3, Hidden = true }));
        }
        return stream.ToArray();
    }

    private static void Comment(WorksheetPart sheet)
    {
        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(new Authors(new Author("张三")), new CommentList(new Comment(new CommentText(new Text("再核"))) { Reference = "A1", AuthorId = 0 }));
        sheet.AddNewPart<WorksheetThreadedCommentsPart>().ThreadedComments = new ThreadedComments();
        var drawing = sheet.AddNewPart<VmlDrawingPart>();
        using (var write = drawing.GetStream(FileMode.Create))
            write.Write(Encoding.UTF8.GetBytes(Notes));
        sheet.AddNewPart<CustomPropertyPart>("application/octet-stream").FeedData(new MemoryStream("张三"u8.ToArray()));
        using (var embedded = sheet.AddEmbeddedPackagePart(EmbeddedPackagePartType.Docx.ContentType).GetStream())
            embedded.Write("PK"u8);
        sheet.Worksheet!.Append(new LegacyDrawing { Id = sheet.GetIdOfPart(drawing) });
    }

    private static Cell Shared(string reference, int index) => new() { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(index) };

    private static Sheet SheetOf(WorkbookPart book, string name, uint id, Row row, SheetStateValues? state = null)
    {
        var part = book.AddNewPart<WorksheetPart>();
        row.RowIndex = 1;
        part.Worksheet = new Worksheet(new SheetData(row));
        return new Sheet { Name = name, SheetId = id, Id = book.GetIdOfPart(part), State = state };
    }

    private static string[] Errors(SpreadsheetDocument package) => [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Description}")];

    private static string Unpacked(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var all = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var part = new StreamReader(entry.Open());
            all.Append(part.ReadToEnd());
        }
        return all.ToString();
    }
}
