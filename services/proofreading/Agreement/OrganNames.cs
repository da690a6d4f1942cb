using System.Text.RegularExpressions;
using Backoffice.Proofreading.Characters;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Phrases;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>Names of organs against the directory, and against each other: one character that is easily taken for the right one.</summary>
internal static partial class OrganNames
{
    // Of shorter names one character is too much of the whole.
    private const int Shortest = 4;
    private const int Longest = 8;

    // These tell organs of different places and levels apart: 市民政局 is no slip for 县民政局.
    private const string Telling = "省市县区州旗乡镇村国东南西北中上下一二三四五六七八九十";

    public static IEnumerable<ProofFinding> In(ProofText text, IReadOnlyCollection<string> organs)
    {
        var known = organs.Where(o => o.Length >= Shortest).ToHashSet();
        var starts = known.ToLookup(o => o[..2]);
        var ends = known.ToLookup(o => o[^2..]);
        var lengths = known.Select(o => o.Length).ToHashSet();
        // A shorter name that is no organ of its own: 社会助科 of 社会救助科.
        var slips = known.Where(o => o.Length > Shortest).SelectMany(o => WholePhrases.SlipsOf(o).Where(s => TellsSame(s, o) && !known.Contains(s) && known.All(k => !k.Contains(s, StringComparison.Ordinal))).Select(s => (Wrong: s, Right: o)))
            .ToLookup(s => s.Wrong[..2]);
        foreach (var passage in text.Passages())
            foreach (var finding in Known(passage, known, starts, ends, lengths).Concat(Maimed(passage, slips)))
                yield return finding;
        foreach (var finding in WithinText(text, known))
            yield return finding;
    }

    private static IEnumerable<ProofFinding> Known(Passage passage, HashSet<string> known, ILookup<string, string> starts, ILookup<string, string> ends, HashSet<int> lengths)
    {
        var wording = passage.Wording;
        for (var at = 0; at + Shortest <= wording.Length; at++)
        {
            var near = starts[wording.Substring(at, 2)].Where(o => at + o.Length <= wording.Length)
                .Concat(lengths.Where(l => at + l <= wording.Length).SelectMany(l => ends[wording.Substring(at + l - 2, 2)].Where(o => o.Length == l)))
                .Distinct().Where(o => IsSlip(wording.AsSpan(at, o.Length), o) && !known.Contains(wording.Substring(at, o.Length))).ToArray();
            if (near.Length != 1)
                continue;
            var (found, right) = (wording.Substring(at, near[0].Length), near[0]);
            yield return Of(passage, at, found, right, Certainty.Error, $"组织机构中为“{right}”", $"The directory has {right}");
            at += right.Length - 1;
        }
    }

    // With a character dropped or doubled; an abbreviation may drop one too.
    private static IEnumerable<ProofFinding> Maimed(Passage passage, ILookup<string, (string Wrong, string Right)> slips)
    {
        for (var at = 0; at + Shortest <= passage.Wording.Length; at++)
            foreach (var (wrong, right) in slips[passage.Wording.Substring(at, 2)].Where(s => string.CompareOrdinal(passage.Wording, at, s.Wrong, 0, s.Wrong.Length) == 0).Take(1))
                yield return Of(passage, at, wrong, right, Certainty.Hint, $"组织机构中为“{right}”", $"The directory has {right}");
    }

    // What tells organs apart is no slip where it lacks: 江州市民政局 and 江州民政局 are both said.
    private static bool TellsSame(string wrong, string right) => Telling.All(t => wrong.Count(c => c == t) == right.Count(c => c == t));

    // A name that stands once, and nearly the same several times.
    private static IEnumerable<ProofFinding> WithinText(ProofText text, HashSet<string> known)
    {
        var names = text.Passages().SelectMany(p => End().Matches(p.Wording).Select(m => (Passage: p, Match: Name(p.Wording, m)))).Where(n => n.Match.Length >= Shortest + 1).ToArray();
        var often = names.GroupBy(n => n.Match.Value).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (passage, name) in names.Where(n => often[n.Match.Value] == 1 && !known.Contains(n.Match.Value)))
            if (often.Where(o => o.Value > 1 && o.Key.Length == name.Length && IsSlip(name.Value, o.Key)).Select(o => o.Key).ToArray() is [var right])
                yield return Of(passage, name.Index, name.Value, right, Certainty.Hint, $"全文其他各处为“{right}”", $"Elsewhere the text has {right}");
    }

    private static ProofFinding Of(Passage passage, int at, string found, string right, Certainty certainty, string zh, string en) =>
        new("DOC-P01", FindingKind.Organ, certainty, passage.At(at, found.Length), found, zh, en) { Suggestion = right };

    private static bool IsSlip(ReadOnlySpan<char> written, string right)
    {
        var different = -1;
        for (var i = 0; i < right.Length; i++)
            if (written[i] != right[i])
            {
                if (different >= 0)
                    return false;
                different = i;
            }
        return different > 0 && !(Telling.Contains(written[different], StringComparison.Ordinal) && Telling.Contains(right[different], StringComparison.Ordinal))
            && CharacterModel.Current.Confusions.AreLike(written[different], right[different]);
    }

    // Where the name begins nobody can tell: as far back as the characters go.
    private static (int Index, int Length, string Value) Name(string wording, Match end)
    {
        var start = end.Index;
        while (start > 0 && end.Index - start < Longest && Line.IsHan(wording[start - 1]))
            start--;
        return (start, end.Index + end.Length - start, wording[start..(end.Index + end.Length)]);
    }

    [GeneratedRegex(@"委员会|办公室|办公厅|领导小组|指挥部|管理局|中心|公司|大学|医院", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
