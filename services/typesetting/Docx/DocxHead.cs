using System.Globalization;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Face = Backoffice.Typesetting.Fonts.Face;

namespace Backoffice.Typesetting.Docx;

/// <summary>版头 of the general format, an order and minutes as paragraphs; a letter's mark and rules stand in its first header.</summary>
internal sealed class DocxHead(DocxBlocks blocks, DocxStyles styles, LineGrid grid)
{
    public const string Red = "E60000";

    // How far the border of a paragraph is from its text, in points.
    private static readonly uint RuleSpace = (uint)Math.Round(Paper.RuleBelow / Paper.Point);

    private readonly int _line = Twips.LineOf(grid);

    public IEnumerable<OpenXmlElement> Of(Head head, HeadPlaces places)
    {
        var corner = Corner(head).ToArray();
        foreach (var paragraph in corner)
            yield return paragraph;
        if (head.Format == PageFormat.Letter)
            yield break;
        var before = Twips.Of(places.MarkTop - Paper.Top) - corner.Length * _line;
        if (head.Organs.Count == 1)
            yield return MarkRow(head.Organs[0], places, places.MarkHeight, before);
        else
            foreach (var element in JointMark(head, places, before))
                yield return element;
        foreach (var paragraph in Numbers(head))
            yield return paragraph;
    }

    /// <summary>The mark of a letter and its double rules, at their places on the sheet (10.1).</summary>
    public IEnumerable<Paragraph> Letter(Head head, HeadPlaces places)
    {
        yield return Framed(MarkRow(head.Organs[0], places, places.MarkHeight, 0), Paper.Left, Paper.TextWidth, places.MarkTop);
        yield return Framed(Rule(BorderValues.ThickThinSmallGap), (Paper.Width - Paper.LetterRuleWidth) / 2, Paper.LetterRuleWidth, places.MarkTop + places.MarkHeight + Paper.RuleBelow);
        var height = Paper.ThickRule + Paper.DoubleRuleGap + Paper.ThinRule;
        yield return Framed(Rule(BorderValues.ThinThickSmallGap), (Paper.Width - Paper.LetterRuleWidth) / 2, Paper.LetterRuleWidth, Paper.Height - Paper.LetterRuleFromBottom - height);
    }

    /// <summary>The line from the top of a letter's text block to its number, and the number at the right.</summary>
    public IEnumerable<Paragraph> LetterNumber(Head head, HeadPlaces places)
    {
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.DocumentNumber) }, ExactLine(Twips.Of(places.NumberTop - Paper.Top))));
        var texts = new[] { (Element.CopyNumber, head.CopyNumber), (Element.Secrecy, head.Secrecy), (Element.Urgency, head.Urgency) }.Where(t => t.Item2.Length > 0).ToArray();
        for (var i = 0; i < Math.Max(1, texts.Length); i++)
        {
            var paragraph = new Paragraph(new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.IdOf(i < texts.Length ? texts[i].Item1 : Element.DocumentNumber) },
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = Twips.Of(Paper.TextWidth) })));
            if (i < texts.Length)
                paragraph.Append(blocks.Text(texts[i].Item2));
            if (i == 0)
                paragraph.Append(new Run(new TabChar()), blocks.Text(head.Number, Face.FangSong));
            yield return paragraph;
        }
    }

    private IEnumerable<Paragraph> Corner(Head head)
    {
        if (head.Format == PageFormat.Letter)
            yield break;
        var lines = new List<(Element Element, string Text)>();
        if (head.CopyNumber.Length > 0)
            lines.Add((Element.CopyNumber, head.CopyNumber));
        if (head.Secrecy.Length > 0)
        {
            if (lines.Count == 0)
                lines.Add((Element.CopyNumber, ""));
            lines.Add((Element.Secrecy, head.Secrecy));
        }
        if (head.Urgency.Length > 0)
            lines.Add((Element.Urgency, head.Urgency));
        // A line even when it is empty: Word drops what is kept free above the first paragraph of a page.
        foreach (var (element, text) in lines.DefaultIfEmpty((Element.CopyNumber, "")))
            yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(element) }), blocks.Text(text));
    }

    private Paragraph MarkRow(string text, HeadPlaces places, double height, int before, JustificationValues? justification = null) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.IdOf(Element.OrganMark) },
            new SpacingBetweenLines { Before = $"{Math.Max(0, before)}", Line = Twips.Text(height), LineRule = LineSpacingRuleValues.Exact },
            new Justification { Val = justification ?? JustificationValues.Center }),
        MarkRun(text, places, 1));

    private Run MarkRun(string text, HeadPlaces places, double larger) => new(
        new RunProperties(
            styles.Fonts(Face.XiaoBiaoSong),
            new Color { Val = Red },
            new CharacterScale { Val = (int)Math.Round(places.MarkStretch * 100) },
            new FontSize { Val = Twips.HalfPoints(places.MarkSize * larger) },
            new FontSizeComplexScript { Val = Twips.HalfPoints(places.MarkSize * larger) }),
        new Text(text));

    // The organs as rows of a table, 文件 in a cell beside all of them.
    private IEnumerable<OpenXmlElement> JointMark(Head head, HeadPlaces places, int before)
    {
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.OrganMark) }, ExactLine(Math.Max(1, before))));
        var height = places.MarkHeight / head.Organs.Count;
        var (names, word) = (Twips.Of(places.MarkSize * Paper.Point * places.MarkStretch * (head.Organs.Max(o => o.Length) + 0.5)), Twips.Of(places.MarkSize * Paper.Point * places.MarkStretch * 4));
        var table = new Table(
            new TableProperties(new TableWidth { Width = $"{names + word}", Type = TableWidthUnitValues.Dxa }, new TableJustification { Val = TableRowAlignmentValues.Center }, new TableLayout { Type = TableLayoutValues.Fixed }, new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = $"{names}" }, new GridColumn { Width = $"{word}" }));
        for (var i = 0; i < head.Organs.Count; i++)
        {
            var beside = new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = $"{word}", Type = TableWidthUnitValues.Dxa },
                    new VerticalMerge { Val = i == 0 ? MergedCellValues.Restart : MergedCellValues.Continue },
                    new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.OrganMark) }, ExactLine(Twips.Of(height * 1.5)))));
            if (i == 0 && head.Suffix.Length > 0)
                beside.GetFirstChild<Paragraph>()!.Append(MarkRun(head.Suffix, places, 1.5));
            table.Append(new TableRow(
                new TableRowProperties(new TableRowHeight { Val = (uint)Twips.Of(height), HeightType = HeightRuleValues.Exact }),
                new TableCell(
                    new TableCellProperties(new TableCellWidth { Width = $"{names}", Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                    MarkRow(head.Organs[i], places, height, 0, JustificationValues.Distribute)),
                beside));
        }
        yield return table;
    }

    private IEnumerable<Paragraph> Numbers(Head head)
    {
        const string label = "签发人：";
        var rows = head.Signers.Chunk(2).ToArray();
        for (var i = 0; i < Math.Max(1, rows.Length); i++)
        {
            var isLast = i >= rows.Length - 1;
            var properties = new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.DocumentNumber) });
            if (isLast && head.Format != PageFormat.Order)
                properties.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Red, Size = Twips.EighthPoints(Paper.RedRuleThickness), Space = RuleSpace }));
            if (rows.Length > 0)
                properties.Append(new Tabs(
                    new TabStop { Val = TabStopValues.Left, Position = Twips.Of(Paper.Cell) },
                    new TabStop { Val = TabStopValues.Right, Position = Twips.Of(Paper.TextWidth - Paper.Cell) }));
            properties.Append(new SpacingBetweenLines { Before = $"{(i == 0 ? 2 * _line : 0)}", Line = $"{_line}", LineRule = LineSpacingRuleValues.Exact });
            properties.Append(new Justification { Val = rows.Length > 0 ? JustificationValues.Left : JustificationValues.Center });
            var paragraph = new Paragraph(properties);
            if (rows.Length > 0)
                paragraph.Append(new Run(new TabChar()));
            if (isLast)
                paragraph.Append(blocks.Text(head.Number));
            if (i < rows.Length)
                paragraph.Append(new Run(new TabChar()), blocks.Text(i == 0 ? label : new string('\u3000', label.Length)), blocks.Text(string.Join('\u3000', rows[i]), Face.Kai));
            yield return paragraph;
        }
    }

    private static Paragraph Rule(BorderValues border) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = DocxStyles.IdOf(Element.DocumentNumber) },
        new ParagraphBorders(new TopBorder { Val = border, Color = Red, Size = Twips.EighthPoints(Paper.ThickRule + Paper.ThinRule), Space = 0 }),
        ExactLine(20)));

    private static SpacingBetweenLines ExactLine(int twips) => new() { Before = "0", After = "0", Line = twips.ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Exact };

    private static Paragraph Framed(Paragraph paragraph, double x, double width, double y)
    {
        paragraph.ParagraphProperties!.FrameProperties = new FrameProperties
        {
            Width = Twips.Text(width),
            Wrap = TextWrappingValues.Around,
            VerticalPosition = VerticalAnchorValues.Page,
            HorizontalPosition = HorizontalAnchorValues.Page,
            X = Twips.Text(x),
            Y = Twips.Text(y),
        };
        return paragraph;
    }
}
