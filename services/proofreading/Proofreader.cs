using Backoffice.Proofreading.Agreement;
using Backoffice.Proofreading.Characters;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Format;
using Backoffice.Proofreading.Phrases;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading;

/// <summary>校核: reads a text for slips of form, agreement and spelling. Everything it finds is for people to judge; it refuses nothing.</summary>
public static class Proofreader
{
    // Which check looks for what: the table of contents of the library. What comes first speaks for a place alone.
    private static readonly Func<ProofText, Background, IEnumerable<ProofFinding>>[] Checks =
    [
        (text, _) => SecrecyMarks.In(text),
        (text, _) => NumberForms.In(text),
        (text, background) => Citations.In(text, background.Documents),
        (text, _) => DateForms.In(text),
        (text, _) => Weekdays.In(text),
        (text, _) => HeadingOrder.In(text),
        (text, _) => HeadingForms.In(text),
        (text, _) => TitleForms.In(text),
        (text, _) => Attachments.In(text),
        (text, background) => OrganNames.In(text, background.Organs),
        (text, _) => Sums.In(text),
        (text, _) => TableSums.In(text),
        (text, _) => Amounts.In(text),
        (text, _) => Percentages.In(text),
        (text, _) => Counts.In(text),
        (text, _) => FixedPhrases.In(text),
        (text, _) => DoubledWords.In(text),
        (text, _) => Pairs.In(text),
        (text, _) => HalfWidth.In(text),
        (text, _) => Doubled.In(text),
    ];

    /// <summary>All findings in the order of the text, none upon another.</summary>
    public static IReadOnlyList<ProofFinding> Read(ProofText text, Background background) =>
        Kept(Checks.SelectMany(check => check(text, background)).Concat(Spelling.In(text)));

    /// <summary>The same without spelling.</summary>
    internal static IReadOnlyList<ProofFinding> ReadForm(ProofText text, Background background) => Kept(Checks.SelectMany(check => check(text, background)));

    private static ProofFinding[] Kept(IEnumerable<ProofFinding> findings)
    {
        var kept = new List<ProofFinding>();
        // Which finding has a unit of the text: the first of all that were found there.
        var owners = new Dictionary<(Element, int, int), ProofFinding>();
        foreach (var finding in findings)
        {
            var units = Enumerable.Range(finding.Place.Offset, finding.Place.Length).Select(unit => (finding.Place.Element, finding.Place.Item, unit)).ToArray();
            if (units.Any(u => owners.TryGetValue(u, out var owner) && !IsBeside(owner, finding)))
                continue;
            kept.Add(finding);
            foreach (var unit in units)
                owners.TryAdd(unit, finding);
        }
        return [.. kept.OrderBy(f => OrderOf(f.Place.Element)).ThenBy(f => f.Place.Item).ThenBy(f => f.Place.Element).ThenBy(f => f.Place.Offset)];
    }

    // An annex has its title before its text, whichever annex it is.
    private static Element OrderOf(Element element) => element == Element.Annex ? Element.AnnexTitle : element;

    // What is said of a paragraph as a whole leaves room for what is said of a word in it.
    private static bool IsBeside(ProofFinding one, ProofFinding other) => one.Suggestion is null && one.Place.Length > 4 * Math.Max(1, other.Place.Length);
}
