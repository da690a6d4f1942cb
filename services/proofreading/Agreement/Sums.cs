using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>A sum and its parts: 共100万元，其中省级60万元、市级40万元.</summary>
internal static partial class Sums
{
    // Parts are rounded to the last figure that is printed.
    private const decimal Rounding = 0.006m;

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(p => In(p).Concat(After(p)));

    /// <summary>A sum that stands after its parts: 省级60万元、市级40万元，合计100万元.</summary>
    private static IEnumerable<ProofFinding> After(Passage passage)
    {
        foreach (Match total in Total().Matches(passage.Wording))
        {
            var before = passage.Wording[..total.Index];
            var clause = before[(before.LastIndexOfAny(['。', '；', '：', ':', ';']) + 1)..];
            var parts = Amount().Matches(clause);
            if (parts.Count < 2 || Open().IsMatch(clause) || Rate().IsMatch(clause))
                continue;
            var (stated, added, unit) = (Money.Yuan(total), parts.Sum(Money.Yuan), total.Groups["unit"].Value);
            if (Math.Abs(added - stated) <= stated * Rounding)
                continue;
            var place = total.Groups["amount"];
            yield return new("DOC-P03", FindingKind.Figures, Certainty.Hint, passage.At(place.Index, place.Length + unit.Length), place.Value + unit,
                $"前列各项合计{Money.In(added, unit)}{unit}，与总数不符", $"The parts before it come to {Money.In(added, unit)}{unit}");
        }
    }

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match sum in Sum().Matches(passage.Wording))
        {
            var parts = Amount().Matches(sum.Groups["parts"].Value);
            // One part alone is an example, and what is counted otherwise is no part.
            if (parts.Count < 2 || Open().IsMatch(sum.Groups["parts"].Value) || Rate().IsMatch(passage.Wording[Math.Max(0, sum.Index - 24)..sum.Index]))
                continue;
            var (total, added) = (Money.Yuan(sum), parts.Sum(Money.Yuan));
            var certainty = added > total * (1 + Rounding) ? Certainty.Error : Certainty.Hint;
            if (Math.Abs(added - total) <= total * Rounding)
                continue;
            var place = sum.Groups["amount"];
            yield return new("DOC-P03", FindingKind.Figures, certainty, passage.At(place.Index, place.Length + sum.Groups["unit"].Length), place.Value + sum.Groups["unit"].Value,
                $"其中各项合计{Money.In(added, sum.Groups["unit"].Value)}{sum.Groups["unit"].Value}，与总数不符", $"Its parts come to {Money.In(added, sum.Groups["unit"].Value)}{sum.Groups["unit"].Value}");
        }
    }

    [GeneratedRegex(Money.Pattern + @"[，,；（(。]?\s*其中[：:，]?(?<parts>[^。；\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(Money.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:合计|共计|总计)(?:为)?(?:人民币)?\s*" + Money.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    // 每人每年由50元提高到100元 is no sum.
    [GeneratedRegex(@"(?:每|标准|提高|调整|单价)[^。；]{0,16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    // Rates, prices, ranges, growth and parts of parts are not added up.
    [GeneratedRegex(@"等|/|／|每|左右|以上|以下|不低于|不超过|至|其中|增长|增加|下降|减少|同比|[-—~～]", RegexOptions.CultureInvariant)]
    private static partial Regex Open();
}
