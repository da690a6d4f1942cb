using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>What a workbook holds and does not show: sheets, and the cells of rows and columns.</summary>
internal static class XlsxHidden
{
    public static bool IsHidden(Sheet sheet) => sheet.State is { } state && state.Value != SheetStateValues.Visible;

    /// <summary>Filled cells that stand in hidden rows or columns.</summary>
    public static IEnumerable<Cell> CellsIn(WorksheetPart part)
    {
        var columns = part.Worksheet?.Elements<Columns>().SelectMany(c => c.Elements<Column>()).Where(c => c.Hidden?.Value == true).ToArray() ?? [];
        foreach (var row in part.Worksheet?.Elements<SheetData>().SelectMany(d => d.Elements<Row>()) ?? [])
        {
            var at = 0u;
            foreach (var cell in row.Elements<Cell>())
            {
                at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : at + 1;
                if (IsFilled(cell) && (row.Hidden?.Value == true || Array.Exists(columns, c => c.Min?.Value <= at && at <= c.Max?.Value)))
                    yield return cell;
            }
        }
    }

    /// <summary>People that a workbook names besides its author, one each: who reserved or viewed it, and in whose folder it lay.</summary>
    public static int PeopleIn(IEnumerable<OpenXmlElement> elements) => elements.Count(e => e is FileSharing { UserName.Value.Length: > 0 } or CustomWorkbookView || IsPath(e));

    /// <summary>The folder in which it was saved, which tells whose it was.</summary>
    public static bool IsPath(OpenXmlElement element) => element.LocalName == "absPath";

    public static bool IsFilled(Cell cell) => cell.CellValue is not null || cell.InlineString is not null || cell.CellFormula is not null;

    private static uint ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0u, (at, letter) => at * 26 + (uint)(char.ToUpperInvariant(letter) - 'A' + 1));
}
