using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.Proofreading.Agreement;

/// <summary>Amounts as texts print them.</summary>
internal static class Money
{
    /// <summary>A figure and its unit, as a regular expression.</summary>
    public const string Pattern = Figure + "(?<unit>万元|亿元|元)";

    /// <summary>The figure alone.</summary>
    public const string Figure = @"(?<amount>[0-9][0-9,]{0,15}(?:\.[0-9]{1,6})?)";

    /// <summary>大写, as a regular expression.</summary>
    public const string CapitalPattern = "(?<capital>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]+角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?)";

    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    public static decimal Yuan(Match amount) => decimal.Parse(amount.Groups["amount"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) * Worth(amount.Groups["unit"].Value);

    public static string In(decimal yuan, string unit) => (yuan / Worth(unit)).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>壹仟贰佰叁拾肆元伍角陆分 is 1234.56.</summary>
    public static decimal OfCapitals(string capitals)
    {
        decimal yuan = 0, section = 0, myriads = 0, digit = 0;
        foreach (var c in capitals)
        {
            switch (c)
            {
                case '拾' or '佰' or '仟':
                    // 拾元 stands for 壹拾元.
                    section += (digit == 0 ? 1 : digit) * (c == '拾' ? 10 : c == '佰' ? 100 : 1000);
                    digit = 0;
                    break;
                case '万':
                    (myriads, section, digit) = (myriads + (section + digit) * 10_000, 0, 0);
                    break;
                case '亿':
                    (myriads, section, digit) = ((myriads + section + digit) * 100_000_000, 0, 0);
                    break;
                case '元' or '圆':
                    (yuan, myriads, section, digit) = (myriads + section + digit, 0, 0, 0);
                    break;
                case '角':
                    (yuan, digit) = (yuan + digit / 10, 0);
                    break;
                case '分':
                    (yuan, digit) = (yuan + digit / 100, 0);
                    break;
                default:
                    digit = Digits.IndexOf(c, StringComparison.Ordinal);
                    break;
            }
        }
        return yuan;
    }

    private static decimal Worth(string unit) => unit switch { "万元" => 10_000, "亿元" => 100_000_000, _ => 1 };
}
