using Backoffice.Typesetting.Composition;

namespace Backoffice.Typesetting.Layout;

/// <summary>What stands on one page of the flow.</summary>
internal sealed class FlowPage(int firstLine)
{
    public List<PageItem> Items { get; } = [];

    public List<SealPlace> Seals { get; } = [];

    /// <summary>The next free line.</summary>
    public int Line { get; set; } = firstLine;

    public bool HasText { get; set; }
}

/// <summary>Lets the blocks flow over the lines of the pages.</summary>
internal sealed class FlowLayout(LineBreaker breaker, LineGrid grid)
{
    private readonly List<FlowPage> _pages = [];

    private FlowPage Last => _pages[^1];

    /// <summary>True when the signature stood on a page without text; another line pitch mends it (7.3.5.5).</summary>
    public bool SignatureIsAlone { get; private set; }

    /// <param name="carried">How many lines before the signature go to its page with it.</param>
    public IReadOnlyList<FlowPage> Flow(IReadOnlyList<Block> blocks, int firstLine, int carried = 0)
    {
        _pages.Add(new FlowPage(firstLine));
        var rows = blocks.SelectMany(b => breaker.Break(b).Select((line, i) => new Row(b, line, IsFirst: i == 0))).ToArray();
        var signature = Array.FindIndex(rows, r => r.Block.IsSignature);
        var afterSignature = Array.FindLastIndex(rows, r => r.Block.IsSignature) + 1;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var blank = row.IsFirst ? row.Block.BlankBefore : 0;
            if (row.Block.OnNewPage && row.IsFirst || i == signature - carried && carried > 0)
                _pages.Add(new FlowPage(0));
            else if (i == signature && Last.Line + HeightOf(rows[signature..afterSignature]) > grid.Lines)
                Turn();
            if (Last.Line + blank + 1 > grid.Lines)
                Turn();
            // Blank lines at the top of a page separate nothing.
            Last.Line += Last.Line == 0 && !row.Block.IsSignature ? 0 : blank;
            Place(row);
        }
        return _pages;

        void Turn()
        {
            // A page that holds nothing yet would be turned for ever.
            if (Last.Items.Count > 0 || Last.Line > 0)
                _pages.Add(new FlowPage(0));
        }
    }

    private static int HeightOf(Row[] rows) => rows.Sum(r => 1 + (r.IsFirst ? r.Block.BlankBefore : 0));

    private void Place(Row row)
    {
        var (block, line) = (row.Block, row.Line);
        // Each size stands around the middle of its line.
        var top = grid.TopOf(Last.Line) + Paper.Character / 2 - block.Size * Paper.Point / 2;
        Last.Items.AddRange(line.Items(block.Element, block.Size, top));
        if (block.IsSignature)
            SignatureIsAlone |= !Last.HasText;
        else
            Last.HasText |= block.Element is Element.Body or Element.AttachmentNote or Element.Attendance;
        if (block is { IsSignature: true, Element: Element.Signatory })
            PlaceSeals(block, line);
        Last.Line++;
    }

    // The name, and the date with it, stand a little below the middle of the seal (7.3.5.1).
    private void PlaceSeals(Block block, SetLine line)
    {
        var middle = grid.TopOf(Last.Line) + Paper.Character / 2;
        if (block.Columns.Count == 0)
            Last.Seals.Add(new SealPlace(block.Text, Paper.Left + (line.Left + line.Right) / 2, middle + grid.Pitch / 2 - 3));
        else
            Last.Seals.AddRange(block.Columns.Select(c => new SealPlace(c.Text, c.Middle, middle + grid.Pitch / 2 - 3)));
    }

    private sealed record Row(Block Block, SetLine Line, bool IsFirst);
}
