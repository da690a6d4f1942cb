using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>A date and the weekday beside it: 2026年3月5日（星期四）.</summary>
internal static partial class Weekdays
{
    private const string Days = "日一二三四五六";

    public static IEnumerable<ProofFinding> In(ProofText text)
    {
        foreach (var passage in text.Passages())
        {
            var year = 0;
            foreach (Match date in Date().Matches(passage.Wording))
            {
                if (date.Groups["year"].Success)
                    year = Number(date.Groups["year"]);
                if (!date.Groups["weekday"].Success || year == 0 || !DateOnly.TryParse($"{year}-{Number(date.Groups["month"])}-{Number(date.Groups["day"])}", CultureInfo.InvariantCulture, out var day))
                    continue;
                var right = Days[(int)day.DayOfWeek];
                var stated = date.Groups["weekday"];
                if (stated.Value == right.ToString() || (stated.Value == "天" && right == '日'))
                    continue;
                // Where the year was said before, the date may be of the next.
                yield return new("DOC-P02", FindingKind.Date, date.Groups["year"].Success ? Certainty.Error : Certainty.Hint, passage.At(stated), stated.Value,
                    $"{year}年{day.Month}月{day.Day}日是星期{right}", $"{year}-{day.Month}-{day.Day} is a {day.DayOfWeek}")
                {
                    Suggestion = right.ToString(),
                };
            }
        }
    }

    private static int Number(Group figures) => int.Parse(figures.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年)?(?<![0-9])(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(?:\s*[（(，,]?\s*(?:星期|周|礼拜)(?<weekday>[一二三四五六日天]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
