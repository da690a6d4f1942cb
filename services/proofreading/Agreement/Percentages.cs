using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>Shares of a whole: none is more than the whole, nor are all of them together.</summary>
internal static partial class Percentages
{
    private const decimal Whole = 100;
    private const decimal Rounding = 0.5m;

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match share in Share().Matches(passage.Wording))
            if (Number(share.Groups["figure"]) > Whole)
                yield return new("DOC-P03", FindingKind.Figures, Certainty.Error, passage.At(share.Groups["figure"].Index, share.Groups["figure"].Length + 1), $"{share.Groups["figure"].Value}%", "所占比例超过100%", "A share is more than the whole");
        foreach (Match shares in Shares().Matches(passage.Wording))
        {
            var figures = shares.Groups["figure"].Captures;
            if (figures.Count > 1 && figures.All(f => Number(f) <= Whole) && figures.Sum(Number) > Whole + Rounding)
                yield return new("DOC-P03", FindingKind.Figures, Certainty.Hint, passage.At(shares), shares.Value, $"各项比例之和为{figures.Sum(Number).ToString("0.##", CultureInfo.InvariantCulture)}%", "The shares together are more than the whole");
        }
    }

    private static decimal Number(Capture figure) => decimal.Parse(figure.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:占(?!用|地)[^。，；、0-9]{0,14}|(?:合格|通过|覆盖|普及|入住|出席|到会|参保|入学)率[^。，；、0-9]{0,6})(?<figure>[0-9]{1,9}(?:\.[0-9]{1,6})?)[%％]", RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"分别占[^。；、0-9]{0,14}(?<figure>[0-9]{1,9}(?:\.[0-9]{1,6})?)[%％](?:[、，和与及]\s*(?<figure>[0-9]{1,9}(?:\.[0-9]{1,6})?)[%％])+", RegexOptions.CultureInvariant)]
    private static partial Regex Shares();
}
