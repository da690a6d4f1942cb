using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Format;

/// <summary>Brackets, quotation marks and title marks: in pairs, and the inner of two kinds within each other (GB/T 15834).</summary>
internal static class Pairs
{
    private const string Open = "（《“‘〔【〈「『(";
    private const string Close = "）》”’〕】〉」』)";

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().GroupBy(p => (p.Element, p.Item)).SelectMany(e => In([.. e]));

    private static IEnumerable<ProofFinding> In(IReadOnlyList<Passage> passages)
    {
        var alone = new List<(Passage Passage, int At)>();
        foreach (var passage in passages)
        {
            var open = new Stack<int>();
            for (var i = 0; i < passage.Wording.Length; i++)
            {
                var unit = passage.Wording[i];
                if (Open.Contains(unit, StringComparison.Ordinal))
                {
                    if (unit is '“' or '《' && open.Any(o => passage.Wording[o] == unit))
                        yield return Nested(passage, i, unit);
                    open.Push(i);
                }
                else if (Close.IndexOf(unit, StringComparison.Ordinal) is >= 0 and var kind)
                {
                    if (!open.Any(o => IsPair(passage.Wording[o], kind)))
                    {
                        if (!EndsOrdinal(passage.Wording, i) && !ClosesEarlier(alone, kind))
                            alone.Add((passage, i));
                        continue;
                    }
                    while (open.Pop() is var inner && !IsPair(passage.Wording[inner], kind))
                        alone.Add((passage, inner));
                }
            }
            alone.AddRange(open.Reverse().Select(o => (passage, o)));
        }
        foreach (var (passage, at) in alone)
            yield return Unpaired(passage, at);
    }

    // What was opened in a paragraph before: a title printed on several lines, a quotation of several paragraphs.
    private static bool ClosesEarlier(List<(Passage Passage, int At)> alone, int kind)
    {
        var opened = alone.FindLastIndex(a => IsPair(a.Passage.Wording[a.At], kind));
        if (opened >= 0)
            alone.RemoveAt(opened);
        return opened >= 0;
    }

    // Half-width brackets are another finding; here （…) is a pair.
    private static bool IsPair(char open, int close) => Open.IndexOf(open, StringComparison.Ordinal) == close || (open is '（' or '(' && Close[close] is '）' or ')');

    // 1） and a) need nothing before.
    private static bool EndsOrdinal(string wording, int at) =>
        wording[at] is '）' or ')' && at > 0 && (char.IsAsciiLetterOrDigit(wording[at - 1]) || "一二三四五六七八九十".Contains(wording[at - 1], StringComparison.Ordinal));

    private static ProofFinding Unpaired(Passage passage, int at)
    {
        var unit = passage.Wording[at];
        var (zh, en) = Open.IndexOf(unit, StringComparison.Ordinal) is >= 0 and var kind
            ? ($"“{unit}”后没有与之成对的“{Close[kind]}”", $"Nothing closes after {unit}")
            : ($"“{unit}”前没有与之成对的“{Open[Close.IndexOf(unit, StringComparison.Ordinal)]}”", $"Nothing opens before {unit}");
        return new("PUN-02", FindingKind.Punctuation, Certainty.Error, passage.At(at, 1), unit.ToString(), zh, en);
    }

    private static ProofFinding Nested(Passage passage, int at, char unit) => new(
        "PUN-04", FindingKind.Punctuation, Certainty.Hint, passage.At(at, 1), unit.ToString(),
        unit == '“' ? "引号内再用引号时用单引号‘’" : "书名号内再用书名号时用单书名号〈〉", unit == '“' ? "Within quotation marks stand single ones" : "Within title marks stand single ones");
}
