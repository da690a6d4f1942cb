using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Docx;

/// <summary>版记 as a table that stands on the bottom of the text block.</summary>
internal sealed class DocxColophon(DocxBlocks blocks)
{
    private const double Cell = Paper.Size4 * Paper.Point;

    /// <param name="height">In millimetres; its lower edge is that of the text block (7.4.1).</param>
    public Table Of(IReadOnlyList<ColophonRow> rows, double height, bool hasRules)
    {
        var table = new Table(
            new TableProperties(
                new TablePositionProperties
                {
                    VerticalAnchor = VerticalAnchorValues.Page,
                    HorizontalAnchor = HorizontalAnchorValues.Page,
                    TablePositionX = Twips.Of(Paper.Left),
                    TablePositionY = Twips.Of(Paper.Bottom - height),
                },
                new TableOverlap { Val = TableOverlapValues.Never },
                new TableWidth { Width = Twips.Text(Paper.TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                NoPadding()),
            new TableGrid(new GridColumn { Width = Twips.Text(Paper.TextWidth) }));
        for (var i = 0; i < rows.Count; i++)
        {
            var borders = hasRules
                ? new TableCellBorders(
                    new TopBorder { Val = i > 0 && rows[i].Element == rows[i - 1].Element ? BorderValues.None : BorderValues.Single, Size = Twips.EighthPoints(i == 0 ? Paper.ColophonOuterRule : Paper.ColophonInnerRule), Color = "000000" },
                    new BottomBorder { Val = i < rows.Count - 1 && rows[i].Element == rows[i + 1].Element ? BorderValues.None : BorderValues.Single, Size = Twips.EighthPoints(i == rows.Count - 1 ? Paper.ColophonOuterRule : Paper.ColophonInnerRule), Color = "000000" })
                : new TableCellBorders();
            table.Append(new TableRow(new TableCell(
                new TableCellProperties(new TableCellWidth { Width = Twips.Text(Paper.TextWidth), Type = TableWidthUnitValues.Dxa }, borders),
                Row(rows[i]))));
        }
        return table;
    }

    public static TableCellMarginDefault NoPadding() => new(
        new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
        new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa });

    private Paragraph Row(ColophonRow row)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.IdOf(row.Element) },
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = Twips.Of(Paper.TextWidth - Cell) }),
                new SpacingBetweenLines { Line = Twips.Text(Paper.ColophonRow), LineRule = LineSpacingRuleValues.Exact },
                new Indentation { Left = Twips.Text(Cell * (1 + row.Label.Length)), Right = Twips.Text(Cell), Hanging = Twips.Text(Cell * row.Label.Length) }),
            blocks.Text(row.Label + row.Text));
        if (row.Right.Length > 0)
            paragraph.Append(new Run(new TabChar()), blocks.Text(row.Right));
        return paragraph;
    }
}
