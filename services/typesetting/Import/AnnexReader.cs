using System.Text.RegularExpressions;
using Backoffice.Regulations.Documents;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;

namespace Backoffice.Typesetting.Import;

/// <summary>Parts what follows a text at the marks 附件, 附件1, 附件2: under each stands a title, and under that its text (7.3.7).</summary>
internal static partial class AnnexReader
{
    private const int LongestTitleLine = 90;
    private const int MostTitleLines = 3;

    /// <summary>A line that is nothing but the mark.</summary>
    public static bool IsMark(ReadLine line) => line.Element == Element.AnnexLabel || line.Element is null && Mark().IsMatch(line.Words);

    /// <param name="names">附件说明, by which a title of several lines is known.</param>
    public static (IReadOnlyList<ReadLine> Trailer, IReadOnlyList<Annex> Annexes) Read(IReadOnlyList<ReadLine> lines, IReadOnlyList<string> names)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(i => IsMark(lines[i]) || IsMarkWithTitle(lines[i])).ToArray();
        if (starts.Length == 0)
            return (lines, []);
        return ([.. lines.Take(starts[0])], [.. starts.Select((start, i) => One(lines[start], [.. lines.Take(starts.ElementAtOrDefault(i + 1) is > 0 and var next ? next : lines.Count).Skip(start + 1)], names))]);
    }

    private static Annex One(ReadLine mark, List<ReadLine> lines, IReadOnlyList<string> names)
    {
        if (mark.Element is null && MarkWithTitle().Match(mark.Words) is { Success: true } titled)
            return new Annex(titled.Groups["title"].Value.Trim(), ElementReader.TextOf(lines));
        lines.RemoveRange(0, lines.FindIndex(l => !l.IsBlank) is >= 0 and var first ? first : lines.Count);
        var count = TitleLinesOf(lines, names);
        return new Annex(string.Concat(lines.Take(count).Select(l => l.Words)), ElementReader.TextOf(lines.Skip(count)));
    }

    private static int TitleLinesOf(List<ReadLine> lines, IReadOnlyList<string> names)
    {
        if (lines.FindLastIndex(l => l.Element == Element.AnnexTitle) is >= 0 and var styled)
            return styled + 1;
        for (var count = 1; count <= Math.Min(MostTitleLines, lines.Count); count++)
        {
            if (Enclosure.PlaceOf(names, string.Concat(lines.Take(count).Select(l => l.Words))) >= 0)
                return count;
        }
        return lines.Count > 0 && IsTitle(lines[0]) ? 1 : 0;
    }

    // A sentence, a row of a table or a heading is text already.
    private static bool IsTitle(ReadLine line) => line.Words.Length <= LongestTitleLine && !line.Words.EndsWith('。') && !line.Words.EndsWith('：') && !line.Words.Contains('\t', StringComparison.Ordinal)
        && BodyParagraph.Read(line.Words).Level == ParagraphLevel.Text;

    private static bool IsMarkWithTitle(ReadLine line) => line.Element is null && line.Words.Length <= LongestTitleLine && MarkWithTitle().IsMatch(line.Words);

    [GeneratedRegex(@"^附\s*件\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // A list that was printed after the date (附件：1.名单) marks nothing.
    [GeneratedRegex(@"^附\s*件\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[：:]\s*(?<title>[^0-9\s].*[^。；：;:])$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkWithTitle();
}
