using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>A sum and its parts: 共100万元，其中省级60万元、市级40万元.</summary>
internal static partial class Sums
{
    // Parts are rounded to the last figure that is printed.
    private const decimal Rounding = 0.006m;

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match sum in Sum().Matches(passage.Wording))
        {
            var parts = Amount().Matches(sum.Groups["parts"].Value);
            // One part alone is an example, and what is counted otherwise is no part.
            if (parts.Count < 2 || Open().IsMatch(sum.Groups["parts"].Value) || Rate().IsMatch(passage.Wording[Math.Max(0, sum.Index - 24)..sum.Index]))
                continue;
            var (total, added) = (Yuan(sum), parts.Sum(Yuan));
            var certainty = added > total * (1 + Rounding) ? Certainty.Error : Certainty.Hint;
            if (Math.Abs(added - total) <= total * Rounding)
                continue;
            var place = sum.Groups["amount"];
            yield return new("DOC-P03", FindingKind.Figures, certainty, passage.At(place.Index, place.Length + sum.Groups["unit"].Length), place.Value + sum.Groups["unit"].Value,
                $"其中各项合计{In(added, sum.Groups["unit"].Value)}{sum.Groups["unit"].Value}，与总数不符", $"Its parts come to {In(added, sum.Groups["unit"].Value)}{sum.Groups["unit"].Value}");
        }
    }

    private static decimal Yuan(Match amount) => decimal.Parse(amount.Groups["amount"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) * Worth(amount.Groups["unit"].Value);

    private static string In(decimal yuan, string unit) => (yuan / Worth(unit)).ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal Worth(string unit) => unit switch { "万元" => 10_000, "亿元" => 100_000_000, _ => 1 };

    [GeneratedRegex(@"(?<amount>[0-9][0-9,]{0,15}(?:\.[0-9]{1,6})?)(?<unit>万元|亿元|元)[，,；（(。]?\s*其中[：:，]?(?<parts>[^。；\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"(?<amount>[0-9][0-9,]{0,15}(?:\.[0-9]{1,6})?)(?<unit>万元|亿元|元)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    // 每人每年由50元提高到100元 is no sum.
    [GeneratedRegex(@"(?:每|标准|提高|调整|单价)[^。；]{0,16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    // Rates, prices, ranges, growth and parts of parts are not added up.
    [GeneratedRegex(@"等|/|／|每|左右|以上|以下|不低于|不超过|至|其中|增长|增加|下降|减少|同比|[-—~～]", RegexOptions.CultureInvariant)]
    private static partial Regex Open();
}
