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

    private const double DoubleRule = Paper.ThickRule + Paper.DoubleRuleGap + Paper.ThinRule;

    private readonly double _line = Twips.LineOf(grid) * Twips.One;

    // How far the border of a paragraph is from its line, in points: as far as brings it to its place below the characters.
    private uint RuleSpace => (uint)Math.Round((Paper.RuleBelow + Paper.Character - (LineBox.TopFor(0, Paper.Size3, _line) + _line)) / Paper.Point);

    public IEnumerable<OpenXmlElement> Of(Head head, HeadPlaces places)
    {
        var top = LineBox.TextTop;
        foreach (var (line, (element, text)) in Corner(head).Index())
        {
            var height = LineBox.HeightFor(top, grid.TopOf(line), Paper.Size3);
            yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(element) }, LineBox.Exact(height)), blocks.Text(text));
            top += height;
        }
        if (head.Organs.Count == 1)
        {
            var mark = LineBox.TopForBaseline(BaselineOf(places), places.MarkHeight);
            yield return MarkRow(head.Organs[0], places, places.MarkHeight, mark - top);
            top = mark + places.MarkHeight;
        }
        else
        {
            foreach (var element in JointMark(head, places, places.MarkTop - top))
                yield return element;
            top = places.MarkTop + places.MarkHeight;
        }
        foreach (var paragraph in Numbers(head, places, top))
            yield return paragraph;
    }

    /// <summary>Where the flow begins, in millimetres.</summary>
    public double BottomOf(Head head, HeadPlaces places)
    {
        var number = LineBox.TopFor(places.NumberTop, Paper.Size3, _line) + _line;
        return head.Format switch
        {
            PageFormat.Letter => number + (Math.Max(1, LetterCorner(head).Count) - 1) * _line,
            PageFormat.Order => number,
            _ => number + RuleSpace * Paper.Point + Paper.RedRuleThickness,
        };
    }

    /// <summary>The mark of a letter and its double rules, at their places on the sheet (10.1).</summary>
    public IEnumerable<Paragraph> Letter(Head head, HeadPlaces places)
    {
        yield return Framed(MarkRow(head.Organs[0], places, places.MarkHeight, 0), Paper.Left, Paper.TextWidth, LineBox.TopForBaseline(BaselineOf(places), places.MarkHeight));
        yield return Framed(Rule(BorderValues.ThickThinSmallGap), (Paper.Width - Paper.LetterRuleWidth) / 2, Paper.LetterRuleWidth, UpperRule(places));
        yield return Framed(Rule(BorderValues.ThinThickSmallGap), (Paper.Width - Paper.LetterRuleWidth) / 2, Paper.LetterRuleWidth, Paper.Height - Paper.LetterRuleFromBottom - DoubleRule);
    }

    /// <summary>
    /// The number of a letter at the right. What stands in the header pushes the text below itself: the first line begins below the
    /// upper rule, and is as high as the number is below that.
    /// </summary>
    public IEnumerable<Paragraph> LetterNumber(Head head, HeadPlaces places)
    {
        var height = LineBox.TopFor(places.NumberTop, Paper.Size3, _line) - UpperRule(places) - Paper.ThickRule - Paper.ThinRule;
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.DocumentNumber) }, LineBox.Exact(height)));
        var texts = LetterCorner(head);
        for (var i = 0; i < Math.Max(1, texts.Count); i++)
        {
            var paragraph = new Paragraph(new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.IdOf(i < texts.Count ? texts[i].Element : Element.DocumentNumber) },
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = Twips.Of(Paper.TextWidth) })));
            if (i < texts.Count)
                paragraph.Append(blocks.Text(texts[i].Text));
            if (i == 0)
                paragraph.Append(new Run(new TabChar()), blocks.Text(head.Number, Face.FangSong));
            yield return paragraph;
        }
    }

    // A line even when it is empty: Word drops what is kept free above the first paragraph of a page.
    private static List<(Element Element, string Text)> Corner(Head head)
    {
        var lines = LetterCorner(head);
        // 7.2.2: the second line, whether there is a copy number or not.
        if (head.Secrecy.Length > 0 && head.CopyNumber.Length == 0 || lines.Count == 0)
            lines.Insert(0, (Element.CopyNumber, ""));
        return lines;
    }

    private static List<(Element Element, string Text)> LetterCorner(Head head) =>
        [.. new[] { (Element.CopyNumber, head.CopyNumber), (Element.Secrecy, head.Secrecy), (Element.Urgency, head.Urgency) }.Where(t => t.Item2.Length > 0)];

    private static double UpperRule(HeadPlaces places) => places.MarkTop + places.MarkHeight + Paper.RuleBelow;

    private static double BaselineOf(HeadPlaces places) => places.Items.OfType<TextItem>().First(i => i.Element == Element.OrganMark).Baseline;

    private Paragraph MarkRow(string text, HeadPlaces places, double height, double before, JustificationValues? justification = null) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.IdOf(Element.OrganMark) },
            LineBox.Exact(height, before),
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
    private IEnumerable<OpenXmlElement> JointMark(Head head, HeadPlaces places, double before)
    {
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.OrganMark) }, LineBox.Exact(before)));
        var height = places.MarkHeight / head.Organs.Count;
        var (names, word) = (Twips.Of(places.MarkSize * Paper.Point * places.MarkStretch * (head.Organs.Max(o => o.Length) + 0.1)), Twips.Of(places.MarkSize * Paper.Point * places.MarkStretch * 4));
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
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.OrganMark) }, LineBox.Exact(height * 1.5), new Justification { Val = JustificationValues.Right })));
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

    private IEnumerable<Paragraph> Numbers(Head head, HeadPlaces places, double top)
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
            var row = LineBox.TopFor(places.NumberTop - (Math.Max(1, rows.Length) - 1 - i) * grid.Pitch, Paper.Size3, _line);
            properties.Append(LineBox.Exact(_line, row - top));
            top = row + _line;
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
        LineBox.Exact(20 * Twips.One)));

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
