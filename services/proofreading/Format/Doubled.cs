using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Format;

/// <summary>Stops and commas one after the other (GB/T 15834).</summary>
internal static partial class Doubled
{
    // The stronger stands for both.
    private const string ByStrength = "、，：；。";

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match marks in Marks().Matches(passage.Wording))
            yield return new("PUN-03", FindingKind.Punctuation, Certainty.Error, passage.At(marks), marks.Value, "标点叠用", "Punctuation is doubled")
            {
                Suggestion = marks.Value.MaxBy(m => ByStrength.IndexOf(m, StringComparison.Ordinal)).ToString(),
            };
    }

    [GeneratedRegex(@"[、，：；。]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
