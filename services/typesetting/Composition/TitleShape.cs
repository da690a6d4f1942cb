using System.Text;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Composition;

/// <summary>Divides a title into lines that form a trapezoid or a rhombus and tear no word (7.3.1).</summary>
internal sealed class TitleShape(Ruler ruler)
{
    // More lines than this are filled one after the other: there is little shape left to choose.
    private const int LinesToShape = 5;
    private const double ExtraLine = 6;
    private const double Shapeless = 12;

    /// <summary>The title with its line ends. Lines that are given stay as they are.</summary>
    public string Divide(string title, IReadOnlyList<string> organs, string document)
    {
        if (title.Contains('\n', StringComparison.Ordinal))
            return title;
        var runes = title.EnumerateRunes().ToArray();
        var widths = runes.Select(r => ruler.WidthOf(Face.XiaoBiaoSong, r, Paper.Size2)).ToArray();
        var total = widths.Sum();
        if (total <= Paper.TextWidth)
            return title;
        var costs = new Words(title + document).CostsOf(runes, organs);
        var fewest = (int)Math.Ceiling(total / Paper.TextWidth);
        var best = Enumerable.Range(fewest, 2)
            .SelectMany(n => n <= LinesToShape ? Divisions(widths, costs, n).Select(ends => (Ends: ends, Cost: CostOf(ends, widths, costs) + (n - fewest) * ExtraLine)) : [])
            .Append((Ends: Filled(widths, costs), Cost: 900))
            .MinBy(d => d.Cost).Ends;
        return string.Join('\n', best.Prepend(0).Zip(best.Append(runes.Length), (from, to) => string.Concat(runes[from..to])));
    }

    // Every way to end n lines, none wider than the text block, none less than a third of it.
    private static IEnumerable<int[]> Divisions(double[] widths, double[] costs, int lines, int from = 0)
    {
        if (lines == 1)
        {
            if (widths[from..].Sum() <= Paper.TextWidth)
                yield return [];
            yield break;
        }
        var (width, rest) = (0.0, widths[from..].Sum());
        for (var end = from + 1; end < widths.Length; end++)
        {
            width += widths[end - 1];
            if (width > Paper.TextWidth)
                yield break;
            // No line ends within a word while shape can be had otherwise.
            if (width < Paper.TextWidth / 4 || costs[end] >= 10 || rest - width > (lines - 1) * Paper.TextWidth)
                continue;
            foreach (var further in Divisions(widths, costs, lines - 1, end))
                yield return [end, .. further];
        }
    }

    private static double CostOf(int[] ends, double[] widths, double[] costs)
    {
        var lines = ends.Prepend(0).Zip(ends.Append(widths.Length), (from, to) => widths[from..to].Sum()).ToArray();
        return ends.Sum(e => costs[e]) + ShapeCost(lines);
    }

    internal static double ShapeCost(double[] lines)
    {
        var step = Paper.Size2 * Paper.Point;
        var differences = lines.Zip(lines.Skip(1), (a, b) => b - a).ToArray();
        var widens = differences.All(d => d >= step * 0.9);
        var narrows = differences.All(d => d <= -step * 0.9);
        var peak = Array.IndexOf(lines, lines.Max());
        var isRhombus = lines.Length > 2 && peak > 0 && peak < lines.Length - 1
            && differences.Take(peak).All(d => d > 0) && differences.Skip(peak).All(d => d < 0);
        var shape = widens || narrows || isRhombus ? 0 : Shapeless;
        // Steps of two to four characters look intended.
        var steps = differences.Sum(d => Math.Max(0, Math.Abs(d) / step - 5) * 0.8);
        var narrowest = Math.Max(0, 6 - lines.Min() / step) * 2;
        return shape + steps + narrowest;
    }

    private static int[] Filled(double[] widths, double[] costs)
    {
        var ends = new List<int>();
        for (var from = 0; widths[from..].Sum() > Paper.TextWidth;)
        {
            var (to, width) = (from, 0.0);
            while (width + widths[to] <= Paper.TextWidth)
                width += widths[to++];
            var end = Enumerable.Range(Math.Max(from + 1, to - 5), to - Math.Max(from + 1, to - 5) + 1).MinBy(e => costs[e] + (to - e) * 0.5);
            ends.Add(end);
            from = end;
        }
        return [.. ends];
    }
}
