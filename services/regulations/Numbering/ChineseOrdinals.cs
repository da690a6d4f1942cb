using System.Globalization;

namespace Backoffice.Regulations.Numbering;

/// <summary>Chinese ordinals as headings count: 一, 十, 十一, 二十, 一百零一.</summary>
public static class ChineseOrdinals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>What no document reaches stays in figures.</summary>
    public static string Print(int number) => number switch
    {
        < 1 or > 999 => number.ToString(CultureInfo.InvariantCulture),
        < 10 => Digits[number].ToString(),
        < 20 => "十" + (number == 10 ? "" : Digits[number - 10]),
        < 100 => $"{Digits[number / 10]}十{(number % 10 == 0 ? "" : Digits[number % 10])}",
        _ => $"{Digits[number / 100]}百" + (number % 100) switch { 0 => "", < 10 and var ones => $"零{Digits[ones]}", < 20 and var teens => $"一{Print(teens)}", var rest => Print(rest) },
    };

    /// <summary>Up to ninety-nine; 0 for what is none.</summary>
    public static int Parse(string ordinal) => ordinal.IndexOf('十', StringComparison.Ordinal) switch
    {
        < 0 => ordinal.Length == 1 ? DigitOf(ordinal[0]) : 0,
        var ten => 10 * (ten == 0 ? 1 : DigitOf(ordinal[0])) + (ten + 1 < ordinal.Length ? DigitOf(ordinal[ten + 1]) : 0),
    };

    // 〇 is the digit 0, and so is what is none.
    private static int DigitOf(char digit) => Math.Max(0, Digits.IndexOf(digit, StringComparison.Ordinal));
}
