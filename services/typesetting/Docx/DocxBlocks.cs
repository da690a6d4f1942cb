using System.Globalization;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Face = Backoffice.Typesetting.Fonts.Face;

namespace Backoffice.Typesetting.Docx;

/// <summary>Paragraphs and tables of the flow.</summary>
internal sealed class DocxBlocks(DocxStyles styles, LineGrid grid)
{
    private readonly int _line = Twips.LineOf(grid);

    private double Line => _line * Twips.One;

    /// <param name="firstLine">The line of our page that the first block stands on.</param>
    /// <param name="bottom">Where what is above the first block ends, in millimetres.</param>
    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Block> blocks, int firstLine, double bottom)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Cells.Count > 0)
            {
                var rows = blocks.Skip(i).TakeWhile(b => b.Cells.Count == blocks[i].Cells.Count).ToArray();
                yield return Table(rows);
                i += rows.Length - 1;
                continue;
            }
            // 7.3.5.5: the signature keeps the text before it, and itself, on its page.
            var keep = i + 1 < blocks.Count && blocks[i + 1].IsSignature;
            var before = i == 0 ? Twips.Of(FirstTop(blocks[0], firstLine) - bottom)
                : blocks[i - 1].OnNewPage ? Twips.Down(TopOf(blocks[i], 1 + blocks[i].BlankBefore) - LineBox.TextTop - FirstHeight)
                : blocks[i].BlankBefore * _line;
            yield return Of(blocks[i], keep, Math.Max(0, before));
        }
    }

    /// <summary>The first line of a page, where it is a block of its own, is only as high as brings its characters to the top of our page.</summary>
    private static double FirstHeight => LineBox.HeightFor(LineBox.TextTop, Paper.Top, Paper.Size3);

    /// <summary>Upper edge of the line of a block, whose characters stand where our page has them.</summary>
    private double TopOf(Block block, int line) => LineBox.TopFor(grid.TopOf(line) + Paper.Character / 2 - block.Size * Paper.Point / 2, block.Size, Line);

    /// <summary>
    /// The lines here are a little lower than those of our page, which fill it: the first begins by half of that too far down what the
    /// last ends too far up, and as many follow on the page as our page has.
    /// </summary>
    private double FirstTop(Block block, int line)
    {
        var apart = (grid.Pitch - Line) * (grid.Lines - 1 - line) - (TopOf(block with { Size = Paper.Size3 }, line) - TopOf(block, line));
        return Math.Min(TopOf(block, line) + apart / 2, Paper.Bottom - (grid.Lines - line) * Line);
    }

    public Run Text(string text, Face? face = null)
    {
        var run = new Run();
        if (face is { } other)
            run.Append(new RunProperties(styles.Fonts(other)));
        foreach (var (line, i) in text.Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>A table without rules, as the layout shows it.</summary>
    private Table Table(Block[] rows)
    {
        var width = Twips.Text(Paper.TextWidth / rows[0].Cells.Count);
        return new Table(
        [
            new TableProperties(new TableWidth { Width = Twips.Text(Paper.TextWidth), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(rows[0].Cells.Select(_ => new GridColumn { Width = width })),
            .. rows.Select(r => new TableRow(r.Cells.Select(c => new TableCell(
                new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }),
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(r.Element) }, new Justification { Val = JustificationValues.Center }), Text(c)))))),
        ]);
    }

    /// <param name="before">Kept free above it, in twips.</param>
    private Paragraph Of(Block block, bool keepNext, int before)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(block.Element) });
        if (keepNext)
            properties.Append(new KeepNext());
        properties.Append(new KeepLines { Val = keepNext && block.IsSignature });
        if (block.OnNewPage)
            properties.Append(new PageBreakBefore());
        if (block.Columns.Count > 0)
            properties.Append(new Tabs(block.Columns.Select(c => new TabStop { Val = TabStopValues.Center, Position = Twips.Of(c.Middle - Paper.Left) })));
        if (block.OnNewPage)
            properties.Append(LineBox.Exact(FirstHeight));
        else if (before > 0)
            properties.Append(new SpacingBetweenLines { Before = Number(before) });
        if (IndentOf(block) is { } indent)
            properties.Append(indent);
        properties.Append(new Justification
        {
            Val = block.Alignment switch
            {
                Alignment.Centred => JustificationValues.Center,
                Alignment.Right => JustificationValues.Right,
                Alignment.Left => JustificationValues.Left,
                _ => block.Columns.Count > 0 ? JustificationValues.Left : JustificationValues.Both,
            },
        });
        var paragraph = new Paragraph(properties);
        foreach (var column in block.Columns)
            paragraph.Append(new Run(new TabChar()), Text(column.Text));
        if (block.Columns.Count == 0)
            paragraph.Append(block.Spans.Select(s => Text(s.Text, s.Face)));
        return paragraph;
    }

    private static Indentation? IndentOf(Block block)
    {
        var (left, first) = (Twips.Of(block.HangingIndent * Paper.Cell), Twips.Of((block.FirstIndent - block.HangingIndent) * Paper.Cell));
        if (left == 0 && first == 0 && block.RightIndent == 0)
            return null;
        var indent = new Indentation { Left = Number(left), Right = Twips.Text(block.RightIndent * Paper.Cell) };
        if (first >= 0)
            indent.FirstLine = Number(first);
        else
            indent.Hanging = Number(-first);
        return indent;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
