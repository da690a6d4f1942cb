using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Proofreading.Format;

/// <summary>结构层次序数 in order: no number left out or used twice, no level skipped (GB/T 9704 7.3.3).</summary>
internal static class HeadingOrder
{
    public static IEnumerable<ProofFinding> In(ProofText text) =>
        text.Texts().SelectMany(paragraphs => Levels([.. paragraphs.Select(Heading.Of).OfType<Heading>()]).Concat(paragraphs.SelectMany(Enumeration)));

    private static IEnumerable<ProofFinding> Levels(IReadOnlyList<Heading> headings)
    {
        // The number last used on each level; 0 while there is none under the present heading above.
        var last = new int[5];
        // The number last used at all: some texts number a level throughout.
        var throughout = new int[5];
        for (var i = 0; i < headings.Count; i++)
        {
            var (level, number) = (headings[i].Level, headings[i].Number);
            var expected = last[level] + 1;
            // 一 begins a list of its own, as attachments within a text do.
            if (number == expected || (number == 1 && last[level] != 1) || number == throughout[level] + 1)
            {
                if (number == 1 && Skipped(last, level) is { } skipped)
                    yield return Of(headings[i], Certainty.Hint, $"“{headings[i].Mark}”前越过了“{Heading.MarkOf(skipped, 1)}”一级", $"{headings[i].Mark} skips the level of {Heading.MarkOf(skipped, 1)}");
            }
            else if (OutOfOrder(headings, i, last[level]) is var finding)
            {
                yield return finding;
                number = finding.Suggestion is null ? number : expected;
            }
            last[level] = throughout[level] = number;
            Array.Clear(last, level + 1, last.Length - level - 1);
        }
    }

    private static ProofFinding OutOfOrder(IReadOnlyList<Heading> headings, int at, int before)
    {
        var (heading, expected) = (headings[at], before + 1);
        if (heading.Number == before)
            return Of(heading, before == 1 ? Certainty.Hint : Certainty.Error, $"序数“{heading.Mark}”重复", $"{heading.Mark} is used twice", Next(headings, at, expected));
        // The first of a list may stand within a line: 附件：1.
        var certainty = heading.Number > expected && !(heading.Level > 2 && expected == 1) ? Certainty.Error : Certainty.Hint;
        var due = Heading.MarkOf(heading.Level, expected);
        return Of(heading, certainty, $"序数不连续：“{due}”处为“{heading.Mark}”", $"{heading.Mark} stands where {due} is due", Next(headings, at, expected));
    }

    // 一、 may be followed by 1. where a text has two levels only; what is left out is said all the same, as a hint.
    private static int? Skipped(int[] last, int level) =>
        Array.FindLastIndex(last, level - 1, l => l > 0) is > 0 and var above && above < level - 1 ? above + 1 : null;

    // Safe where the number after it goes on from what is due; otherwise a heading may be missing.
    private static string? Next(IReadOnlyList<Heading> headings, int at, int expected)
    {
        var next = headings.Skip(at + 1).FirstOrDefault(h => h.Level <= headings[at].Level);
        return next is not null && next.Level == headings[at].Level && next.Number == expected + 1 ? Heading.MarkOf(headings[at].Level, expected) : null;
    }

    private static ProofFinding Of(Heading heading, Certainty certainty, string zh, string en, string? suggestion = null) =>
        new("FMT-7.3.3", FindingKind.Heading, certainty, heading.Passage.At(heading.Written), heading.Written.Value, zh, en) { Suggestion = suggestion };

    // 一是…；二是…；四是… within one paragraph.
    private static IEnumerable<ProofFinding> Enumeration(Passage passage)
    {
        var due = 0;
        foreach (var item in Enumerations.In(passage.Wording))
        {
            var number = ChineseOrdinals.Parse(item.Value);
            if (number == 1)
                due = 1;
            // A smaller number goes on with a list around this one.
            if (due > 0 && (number > due || number == due - 1))
                yield return new("DOC-P06", FindingKind.Heading, Certainty.Error, passage.At(item), item.Value,
                    $"列举不连续：“{ChineseOrdinals.Print(due)}是”处为“{item.Value}是”", $"{item.Value}是 stands where {ChineseOrdinals.Print(due)}是 is due");
            due = due > 0 ? number + 1 : 0;
        }
    }
}
