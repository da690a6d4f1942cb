using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Docx;

/// <summary>
/// 版记 as paragraphs of one frame whose lower edge is that of the text block (7.4.1). The rules are paragraphs of their own: the
/// border of a row would be as narrow as its text.
/// </summary>
internal sealed class DocxColophon(DocxBlocks blocks)
{
    private const double Cell = Paper.Size4 * Paper.Point;

    /// <param name="height">In millimetres.</param>
    public IEnumerable<Paragraph> Of(IReadOnlyList<ColophonRow> rows, double height, bool hasRules)
    {
        var frame = new FrameProperties
        {
            Width = Twips.Text(Paper.TextWidth),
            Wrap = TextWrappingValues.Around,
            VerticalPosition = VerticalAnchorValues.Page,
            HorizontalPosition = HorizontalAnchorValues.Page,
            X = Twips.Text(Paper.Left),
            Y = Twips.Text(Paper.Bottom - height),
        };
        for (var i = 0; i < rows.Count; i++)
        {
            if (hasRules && (i == 0 || rows[i].Element != rows[i - 1].Element))
                yield return Rule(frame, i == 0 ? Paper.ColophonOuterRule : Paper.ColophonInnerRule);
            yield return Row(frame, rows[i]);
        }
        if (hasRules)
            yield return Rule(frame, Paper.ColophonOuterRule);
    }

    private static Paragraph Rule(FrameProperties frame, double thickness) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = DocxStyles.IdOf(Element.Printing) },
        frame.CloneNode(true),
        new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = Twips.EighthPoints(thickness), Space = 0, Color = "000000" }),
        new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }));

    private Paragraph Row(FrameProperties frame, ColophonRow row)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.IdOf(row.Element) },
                frame.CloneNode(true),
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = Twips.Of(Paper.TextWidth - Cell) }),
                new SpacingBetweenLines { Line = Twips.Text(Paper.ColophonRow), LineRule = LineSpacingRuleValues.Exact },
                new Indentation { Left = Twips.Text(Cell * (1 + row.Label.Length)), Right = Twips.Text(Cell), Hanging = Twips.Text(Cell * row.Label.Length) }),
            blocks.Text(row.Label + row.Text));
        if (row.Right.Length > 0)
            paragraph.Append(new Run(new TabChar()), blocks.Text(row.Right));
        return paragraph;
    }
}
