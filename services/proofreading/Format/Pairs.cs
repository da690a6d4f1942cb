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
        // What a paragraph left open, by kind: a title printed on several lines, a quotation of several paragraphs.
        var before = Array.ConvertAll(new int[Open.Length], _ => new Stack<(Passage Passage, int At)>());
        foreach (var passage in passages)
        {
            var open = new Stack<(int Kind, int At)>();
            var depth = new int[Open.Length];
            for (var i = 0; i < passage.Wording.Length; i++)
            {
                var unit = passage.Wording[i];
                if (KindOf(unit, Open) is { } opened)
                {
                    if (unit is '“' or '《' && depth[opened] > 0)
                        yield return Nested(passage, i, unit);
                    depth[opened]++;
                    open.Push((opened, i));
                }
                else if (KindOf(unit, Close) is { } closed)
                {
                    if (depth[closed] > 0)
                        Shut(closed);
                    else if (!EndsOrdinal(passage.Wording, i) && !before[closed].TryPop(out _))
                        alone.Add((passage, i));
                }
            }
            foreach (var (kind, at) in open.Reverse())
                before[kind].Push((passage, at));

            void Shut(int kind)
            {
                for (var inner = open.Pop(); inner.Kind != kind; inner = open.Pop())
                {
                    depth[inner.Kind]--;
                    alone.Add((passage, inner.At));
                }
                depth[kind]--;
            }
        }
        foreach (var (passage, at) in alone.Concat(before.SelectMany(b => b)))
            yield return Unpaired(passage, at);
    }

    // Half-width brackets are another finding; here （…) is a pair.
    private static int? KindOf(char unit, string side) => side.IndexOf(unit, StringComparison.Ordinal) switch
    {
        < 0 => null,
        var kind when kind == Open.Length - 1 => 0,
        var kind => kind,
    };

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
