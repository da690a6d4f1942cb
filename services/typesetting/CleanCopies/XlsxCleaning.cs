using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>
/// Takes out of an XLSX what it does not show, hidden sheets, rows and columns with their data among it, as hidden text goes from a DOCX.
/// Where something was taken out that formulas may rest on, each cell keeps the figure it shows and loses its formula.
/// </summary>
internal static class XlsxCleaning
{
    private static readonly XName ClientData = XName.Get("ClientData", "urn:schemas-microsoft-com:office:excel");

    public static void Clean(SpreadsheetDocument package)
    {
        var book = package.WorkbookPart ?? throw Refused("没有工作簿 (it has no workbook)");
        // Their buttons choose from data that is taken out.
        if (package.GetAllParts().Any(p => p is SlicerCachePart or TimeLineCachePart))
            throw Refused("含有切片器或者日程表，请在原程序中转为数值后重新上传 (it has slicers; turn them into values where it was made)");
        var hidden = book.Workbook!.Descendants<Sheet>().Where(XlsxHidden.IsHidden).ToArray();
        if (hidden.Length > 0 && hidden.Length == book.Workbook.Descendants<Sheet>().Count())
            throw Refused("没有可见的工作表 (no sheet of it is shown)");
        var cells = book.WorksheetParts.SelectMany(XlsxHidden.CellsIn).ToArray();
        if (hidden.Length + cells.Length > 0 || book.ExternalWorkbookParts.Any() || book.ConnectionsPart is not null)
            XlsxFormulas.Freeze(book);
        foreach (var cell in cells)
            cell.RemoveAllChildren();
        RemoveSheets(book, hidden);
        RemoveNotes(book);
        RemoveParts(package);
        foreach (var root in package.GetAllParts().Select(p => p.RootElement).OfType<OpenXmlPartRootElement>().ToArray())
            PackageCleaning.RemoveAll(root, e => e is OleObjects or Controls or CustomWorkbookViews or CustomSheetViews or FileSharing or PivotCaches or ExternalReferences or CustomProperties
                || XlsxHidden.IsPath(e) || e.LocalName == "revisionPtr");
        EmptyUnusedStrings(book);
        PackageCleaning.RemoveOutside(package);
        PackageCleaning.RemoveProperties(package);
    }

    private static void RemoveSheets(WorkbookPart book, Sheet[] hidden)
    {
        if (hidden.Length == 0)
            return;
        var sheets = book.Workbook!.Descendants<Sheet>().ToArray();
        XlsxFormulas.Forget(book, [.. hidden.Select(s => s.Name?.Value ?? "")], Array.ConvertAll(sheets, s => !hidden.Contains(s)));
        var shown = sheets.Except(hidden).Select(s => s.Id?.Value).ToHashSet();
        foreach (var sheet in hidden)
        {
            sheet.Remove();
            if (sheet.Id?.Value is { } id && !shown.Contains(id) && book.TryGetPartById(id, out var part))
                book.DeletePart(part);
        }
        // Which sheet is open is counted among all.
        foreach (var view in book.Workbook.Descendants<WorkbookView>())
            (view.ActiveTab, view.FirstSheet) = (null, null);
    }

    /// <summary>Notes are drawn as shapes, beside which a form's own may stand.</summary>
    private static void RemoveNotes(WorkbookPart book)
    {
        foreach (var sheet in book.WorksheetParts)
        {
            foreach (var drawing in sheet.VmlDrawingParts.ToArray())
            {
                XDocument shapes;
                using (var read = drawing.GetStream(FileMode.Open, FileAccess.Read))
                    shapes = XDocument.Load(read);
                shapes.Descendants(ClientData).Where(d => (string?)d.Attribute("ObjectType") == "Note").Select(d => d.Parent!).ToList().ForEach(s => s.Remove());
                if (!shapes.Descendants(ClientData).Any() && !PackageCleaning.UsesOf(sheet, sheet.GetIdOfPart(drawing)).Any(u => u.Element is LegacyDrawingHeaderFooter))
                {
                    foreach (var (element, _) in PackageCleaning.UsesOf(sheet, sheet.GetIdOfPart(drawing)))
                        element.Remove();
                    sheet.DeletePart(drawing);
                    continue;
                }
                using var write = drawing.GetStream(FileMode.Create, FileAccess.Write);
                shapes.Save(write);
            }
        }
    }

    private static void RemoveParts(SpreadsheetDocument package)
    {
        foreach (var table in package.GetAllParts().OfType<TableDefinitionPart>().Select(p => p.Table).OfType<Table>())
        {
            (table.TableType, table.ConnectionId) = (null, null);
            foreach (var column in table.Descendants<TableColumn>())
                column.QueryTableFieldId = null;
        }
        PackageCleaning.RemoveParts(package, p => p is WorksheetCommentsPart or WorksheetThreadedCommentsPart or WorkbookPersonPart or WorkbookRevisionHeaderPart or WorkbookRevisionLogPart or WorkbookUserDataPart
            or PivotTablePart or PivotTableCacheDefinitionPart or PivotTableCacheRecordsPart or ConnectionsPart or QueryTablePart or ExternalWorkbookPart or CustomXmlPart or CustomPropertyPart
            or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or ControlPropertiesPart or NamedSheetViewsPart);
    }

    /// <summary>The strings of what was taken out, now or by whoever saved it before, would stay behind.</summary>
    private static void EmptyUnusedStrings(WorkbookPart book)
    {
        if (book.SharedStringTablePart?.SharedStringTable is not { } strings)
            return;
        var used = book.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.DataType?.Value == CellValues.SharedString)
            .Select(c => int.TryParse(c.CellValue?.Text, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : -1).ToHashSet();
        foreach (var (item, index) in strings.Elements<SharedStringItem>().Select((s, i) => (s, i)).ToArray())
        {
            if (used.Contains(index))
                continue;
            item.RemoveAllChildren();
            item.AppendChild(new Text(""));
        }
    }

    private static FileNotCleanedException Refused(string why) => new(why);
}
