using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>Formulas of a workbook, where what they rest on is taken away: the figures they came to stay.</summary>
internal static class XlsxFormulas
{
    private const string BuiltIn = "_xlnm.";

    /// <summary>Every cell keeps what it shows.</summary>
    public static void Freeze(WorkbookPart book)
    {
        foreach (var formula in book.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()).ToArray())
        {
            if (formula.Parent is Cell { CellValue: null, InlineString: null })
                throw new FileNotCleanedException("公式没有保存计算结果，请在原程序中打开并保存后重新上传 (a formula has no figure; open and save it where it was made)");
            formula.Remove();
        }
        foreach (var column in book.WorksheetParts.SelectMany(p => p.TableDefinitionParts).SelectMany(t => t.Table!.Descendants<TableColumn>()))
        {
            column.RemoveAllChildren<CalculatedColumnFormula>();
            if (column.TotalsRowFormula is { } totals)
            {
                totals.Remove();
                column.TotalsRowFunction = null;
            }
        }
        if (book.CalculationChainPart is { } chain)
            book.DeletePart(chain);
        foreach (var name in book.Workbook!.Descendants<DefinedName>().Where(n => n.Name?.Value?.StartsWith(BuiltIn, StringComparison.Ordinal) != true).ToArray())
            name.Remove();
        DropEmpty<DefinedNames>(book);
    }

    /// <summary>Nothing that stays refers to sheets that go.</summary>
    /// <param name="stays">Which of all sheets stay, in order.</param>
    public static void Forget(WorkbookPart book, IReadOnlyList<string> sheets, bool[] stays)
    {
        foreach (var name in book.Workbook!.Descendants<DefinedName>().ToArray())
        {
            if (name.LocalSheetId?.Value is { } local && (local >= stays.Length || !stays[local]) || Mentions(name.Text, sheets))
                name.Remove();
            else if (name.LocalSheetId?.Value is { } kept)
                name.LocalSheetId = (uint)stays.Take((int)kept).Count(s => s);
        }
        DropEmpty<DefinedNames>(book);
        foreach (var root in book.WorksheetParts.Select(p => p.Worksheet!))
        {
            if (root.Descendants<ConditionalFormatting>().Any(f => Mentions(f.InnerText, sheets)))
                throw new FileNotCleanedException("条件格式引用隐藏的工作表，请在原程序中清除后重新上传 (the format of cells rests on a hidden sheet; clean it where it was made)");
            PackageCleaning.RemoveAll(root, e => e is Hyperlink { Location.Value: { } to } && Mentions(to, sheets) || e is DataValidation && Mentions(e.InnerText, sheets));
            foreach (var validations in root.Elements<DataValidations>().ToArray())
            {
                validations.Count = (uint)validations.Elements<DataValidation>().Count();
                if (validations.Count == 0)
                    validations.Remove();
            }
            root.Elements<Hyperlinks>().Where(h => !h.HasChildren).ToList().ForEach(h => h.Remove());
        }
        foreach (var chart in book.WorksheetParts.Select(p => p.DrawingsPart).OfType<DrawingsPart>().SelectMany(d => d.ChartParts).Select(c => c.ChartSpace).OfType<C.ChartSpace>())
            Draw(chart, sheets);
    }

    /// <summary>A chart keeps the figures it drew.</summary>
    private static void Draw(C.ChartSpace chart, IReadOnlyList<string> sheets)
    {
        foreach (var formula in chart.Descendants<C.Formula>().Where(f => Mentions(f.Text, sheets)).ToArray())
        {
            OpenXmlElement? drawn = formula.Parent switch
            {
                C.NumberReference { NumberingCache: { } cache } => Of(new C.NumberLiteral(), cache),
                C.StringReference { StringCache: { } cache, Parent: C.SeriesText } => new C.NumericValue(string.Concat(cache.Descendants<C.NumericValue>().Select(v => v.Text))),
                C.StringReference { StringCache: { } cache, Parent: C.CategoryAxisData } => Of(new C.StringLiteral(), cache),
                _ => null,
            };
            if (drawn is null)
                throw new FileNotCleanedException("图表引用隐藏的工作表，请在原程序中转为图片后重新上传 (a chart rests on a hidden sheet; make it a picture where it was made)");
            formula.Parent!.InsertBeforeSelf(drawn);
            formula.Parent.Remove();
        }
    }

    private static T Of<T>(T literal, OpenXmlElement cache)
        where T : OpenXmlElement
    {
        literal.Append(cache.ChildElements.Select(c => c.CloneNode(true)));
        return literal;
    }

    // 底稿!A1, and '2025 底稿'!A1 in quotes, within which a quote is doubled.
    private static bool Mentions(string text, IReadOnlyList<string> sheets) => sheets.Any(s =>
        text.Contains($"{s}!", StringComparison.OrdinalIgnoreCase) || text.Contains($"{s.Replace("'", "''", StringComparison.Ordinal)}'!", StringComparison.OrdinalIgnoreCase));

    private static void DropEmpty<T>(WorkbookPart book)
        where T : OpenXmlElement
    {
        foreach (var empty in book.Workbook!.Elements<T>().Where(e => !e.HasChildren).ToArray())
            empty.Remove();
    }
}
