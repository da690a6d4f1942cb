using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Docx;

/// <summary>
/// 版记 as paragraphs in frames at their places on the sheet: a table that floats to the bottom is not everywhere shown there. The
/// rules are paragraphs of their own: the border of a row would be as narrow as its text.
/// </summary>
internal sealed class DocxColophon(DocxBlocks blocks)
{
    private const double Cell = Paper.Size4 * Paper.Point;

    /// <param name="tops">Upper edge of each row in millimetres.</param>
    public IEnumerable<Paragraph> Of(IReadOnlyList<ColophonRow> rows, IReadOnlyList<double> tops, bool hasRules)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (hasRules && (i == 0 || rows[i].Element != rows[i - 1].Element))
                yield return Rule(FrameAt(tops[i]), i == 0 ? Paper.ColophonOuterRule : Paper.ColophonInnerRule);
            // Lower than its rule: neighbours with the same place are one frame.
            yield return Row(FrameAt(tops[i] + Twips.One), rows[i]);
        }
        if (hasRules)
            yield return Rule(FrameAt(Paper.Bottom), Paper.ColophonOuterRule);
    }

    private static FrameProperties FrameAt(double top) => new()
    {
        Width = Twips.Text(Paper.TextWidth),
        Wrap = TextWrappingValues.Around,
        VerticalPosition = VerticalAnchorValues.Page,
        HorizontalPosition = HorizontalAnchorValues.Page,
        X = Twips.Text(Paper.Left),
        Y = Twips.Text(top),
    };

    private static Paragraph Rule(FrameProperties frame, double thickness) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = DocxStyles.IdOf(Element.Printing) },
        frame,
        new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = Twips.EighthPoints(thickness), Space = 0, Color = "000000" }),
        new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }));

    private Paragraph Row(FrameProperties frame, ColophonRow row)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.IdOf(row.Element) },
                frame,
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = Twips.Of(Paper.TextWidth - Cell) }),
                new SpacingBetweenLines { Line = Twips.Text(Paper.ColophonRow), LineRule = LineSpacingRuleValues.Exact },
                new Indentation { Left = Twips.Text(Cell * (1 + row.Label.Length)), Right = Twips.Text(Cell), Hanging = Twips.Text(Cell * row.Label.Length) }),
            blocks.Text(row.Label + row.Text));
        if (row.Right.Length > 0)
            paragraph.Append(new Run(new TabChar()), blocks.Text(row.Right));
        return paragraph;
    }
}
