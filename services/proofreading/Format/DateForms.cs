using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Proofreading.Format;

/// <summary>日期: Arabic figures, no leading zero, 日 at the end, and a day that exists (GB/T 9704 7.3.5.4).</summary>
internal static partial class DateForms
{
    private const string Numerals = "〇一二三四五六七八九";

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(p => Arabic(p).Concat(Chinese(p)));

    private static IEnumerable<ProofFinding> Arabic(Passage passage)
    {
        foreach (Match date in ArabicDate().Matches(passage.Wording))
        {
            var (year, month, day) = (date.Groups["year"], Number(date.Groups["month"]), Number(date.Groups["day"]));
            if (!Exists(year.Success ? Number(year) : 2024, month, day))
                yield return new("DOC-P02", FindingKind.Date, Certainty.Error, passage.At(date), date.Value, $"{date.Value}不存在", $"There is no {date.Value}");
            else if (date.Groups["month"].ValueSpan.StartsWith("0") || date.Groups["day"].ValueSpan.StartsWith("0") || date.Groups["unit"].Value == "号")
                yield return Form(passage.At(date), date.Value, $"{(year.Success ? $"{year.Value}年" : "")}{month}月{day}日", Certainty.Error);
        }
    }

    private static IEnumerable<ProofFinding> Chinese(Passage passage)
    {
        foreach (Match date in ChineseDate().Matches(passage.Wording))
        {
            var (month, day) = (ChineseOrdinals.Parse(date.Groups["month"].Value), ChineseOrdinals.Parse(date.Groups["day"].Value));
            if (Year(date.Groups["year"].Value) is not { } year || !Exists(year, month, day))
                continue;
            // In the middle of a sentence it may be quoted.
            var alone = date.Value.Trim().Length == passage.Wording.Trim().Length;
            yield return Form(passage.At(date), date.Value, $"{year}年{month}月{day}日", alone ? Certainty.Error : Certainty.Hint);
        }
    }

    private static ProofFinding Form(Place place, string found, string right, Certainty certainty) => new(
        "FMT-7.3.5.4", FindingKind.Date, certainty, place, found, "日期用阿拉伯数字标全年、月、日，不编虚位", "A date has Arabic figures without leading zeros, and 日 at the end")
    {
        Suggestion = right,
    };

    private static int? Year(string numerals) =>
        int.TryParse(string.Concat(numerals.Select(n => Numerals.IndexOf(n is '○' or '零' or 'Ｏ' or '０' or '0' or 'O' ? '〇' : n, StringComparison.Ordinal))), CultureInfo.InvariantCulture, out var year) ? year : null;

    private static bool Exists(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Group figures) => int.Parse(figures.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>(?:19|20)[0-9]{2})年|(?<![0-9年.．/\-]))(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})(?<unit>日|号(?![文楼线令院站厅井机床桌]))", RegexOptions.CultureInvariant)]
    private static partial Regex ArabicDate();

    [GeneratedRegex(@"(?<year>[一二][〇○零ＯO０0一二三四五六七八九]{3})年(?<month>十[一二]?|[一二三四五六七八九])月(?<day>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])日", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDate();
}
