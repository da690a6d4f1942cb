using System.Text;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Layout;

/// <summary>发文机关标志 in its place.</summary>
/// <param name="Size">In points.</param>
internal sealed record MarkPlaces(IReadOnlyList<PageItem> Items, double Size, double Stretch);

/// <summary>Sets the mark: red, centred, as high as its place and condensed to the width of the page (7.2.4).</summary>
internal sealed class MarkLayout(FontShelf shelf)
{
    private const double Widest = Paper.TextWidth - 2;
    private const double Pleasant = 140;
    private const double MostStretch = 0.8;
    private const double LeastStretch = 0.5;
    private const double GapBetweenRows = 3;

    /// <summary>Size of 文件 beside several organs, by that of their names.</summary>
    private const double SuffixSize = 1.5;

    /// <summary>Height of the ink of a character as a part of its square.</summary>
    private const double InkHeight = 0.92;

    public MarkPlaces Of(Head head, double top, double height) => head.Organs.Count == 1 ? Single(head, top, height) : Joint(head, top, height);

    private MarkPlaces Single(Head head, double top, double height)
    {
        var text = head.Organs[0];
        var (square, stretch) = Fit(text.Length, height / InkHeight, Pleasant);
        var width = square * stretch * text.Length;
        return new([Row(text, square, stretch, Paper.Left + (Paper.TextWidth - width) / 2, square * stretch, top)], square / Paper.Point, stretch);
    }

    // The organs below each other, each as wide as the widest, the word of the format at their right in the middle.
    private MarkPlaces Joint(Head head, double top, double height)
    {
        var longest = head.Organs.Max(o => o.Length);
        var row = (height - (head.Organs.Count - 1) * GapBetweenRows) / head.Organs.Count;
        var beside = head.Suffix.Length > 0 ? head.Suffix.Length * SuffixSize + 1 : 0;
        var (square, stretch) = Fit(longest + beside, Math.Max(row, 4) / InkHeight, Widest - 6);
        var columns = longest * square * stretch;
        var left = Paper.Left + (Paper.TextWidth - columns - beside * square * stretch) / 2;
        var items = new List<PageItem>();
        for (var i = 0; i < head.Organs.Count; i++)
        {
            var organ = head.Organs[i];
            // 分散对齐: a shorter name is spread to the width of the longest.
            var step = organ.Length > 1 ? (columns - square * stretch) / (organ.Length - 1) : 0;
            items.Add(Row(organ, square, stretch, left, step, top + i * (row + GapBetweenRows)));
        }
        if (head.Suffix.Length > 0)
            items.Add(Row(head.Suffix, square * SuffixSize, stretch, left + columns + square * stretch, square * SuffixSize * stretch, top + (height - row * SuffixSize) / 2));
        return new(items, square / Paper.Point, stretch);
    }

    private static (double Square, double Stretch) Fit(double characters, double square, double pleasant)
    {
        var stretch = Math.Clamp(pleasant / (characters * square), LeastStretch, MostStretch);
        return characters * square * stretch > Widest ? (Widest / (characters * stretch), stretch) : (square, stretch);
    }

    private TextItem Row(string text, double square, double stretch, double x, double step, double inkTop)
    {
        var runes = text.EnumerateRunes().ToArray();
        var rise = runes.Max(r => -(shelf.For(Face.XiaoBiaoSong, r)?.InkOf(r).Top ?? -(float)Paper.Ascent));
        return new(
            Element.OrganMark,
            text,
            Face.XiaoBiaoSong,
            square / Paper.Point,
            stretch,
            Ink.Red,
            inkTop + rise * square,
            [.. runes.Select((_, i) => x + i * step)],
            x + (runes.Length - 1) * step + square * stretch);
    }
}
