using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Layout;

/// <summary>版记: from the bottom of the text block upward (7.4).</summary>
internal sealed class ColophonLayout(Ruler ruler, bool hasRules)
{
    // Room that keeps the colophon apart from the text.
    private const double Clearance = 6;

    /// <summary>Width of a character of 4号.</summary>
    private const double Cell = Paper.Size4 * Paper.Point;

    private readonly LineBreaker _breaker = new(ruler);

    public double HeightOf(IReadOnlyList<ColophonRow> rows) => rows.Sum(r => LinesOf(r).Count) * Paper.ColophonRow;

    /// <summary>The lowest a text may end on the colophon's page.</summary>
    public double LowestText(IReadOnlyList<ColophonRow> rows) => Paper.Bottom - HeightOf(rows) - Clearance;

    /// <summary>Upper edge of each row.</summary>
    public IReadOnlyList<double> TopsOf(IReadOnlyList<ColophonRow> rows)
    {
        var y = Paper.Bottom - HeightOf(rows);
        return [.. rows.Select(r => (y += LinesOf(r).Count * Paper.ColophonRow) - LinesOf(r).Count * Paper.ColophonRow)];
    }

    public IEnumerable<PageItem> Items(IReadOnlyList<ColophonRow> rows)
    {
        var items = new List<PageItem>();
        var y = Paper.Bottom - HeightOf(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            // 7.4.2: no rule between 主送 and 抄送.
            if (i == 0)
                items.Add(Rule(y, Paper.ColophonOuterRule));
            else if (rows[i].Element != rows[i - 1].Element)
                items.Add(Rule(y, Paper.ColophonInnerRule));
            foreach (var line in LinesOf(rows[i]))
            {
                items.AddRange(line.Items(rows[i].Element, Paper.Size4, TopIn(y)));
                y += Paper.ColophonRow;
            }
            if (rows[i].Right.Length > 0)
                items.AddRange(ruler.Items(
                    rows[i].Element,
                    rows[i].Right,
                    Face.FangSong,
                    Paper.Size4,
                    Paper.Right - Cell - ruler.WidthOf(rows[i].Right, Face.FangSong, Paper.Size4),
                    TopIn(y - Paper.ColophonRow)));
        }
        items.Add(Rule(Paper.Bottom, Paper.ColophonOuterRule));
        return hasRules ? items : items.Where(i => i is TextItem);
    }

    private static double TopIn(double y) => y + (Paper.ColophonRow - Cell) / 2;

    private static RuleItem Rule(double y, double thickness) => new(Element.ColophonRule, Ink.Black, Paper.Left, y, Paper.TextWidth, thickness);

    // One character in on both sides; further lines begin under the first name (7.4.2).
    private IReadOnlyList<SetLine> LinesOf(ColophonRow row) => _breaker.Break(new Block(row.Element, row.Label + row.Text)
    {
        Size = Paper.Size4,
        FirstIndent = Cell / Paper.Cell,
        HangingIndent = Cell / Paper.Cell * (1 + row.Label.Length),
        RightIndent = Cell / Paper.Cell,
    });
}
