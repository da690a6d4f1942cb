using System.Text.RegularExpressions;

namespace Backoffice.Regulations.Secrecy;

/// <summary>
/// The mark of a state secret: level, ★, and a period, date or condition (保守国家秘密法 第22条; form by practice). A network
/// that is not classified may neither store nor process what bears it (第31条(三), rule SEC-19).
/// </summary>
public static partial class StateSecretMark
{
    /// <summary>Level and star, as a regular expression.</summary>
    public const string Pattern = @"(绝\s*密|机\s*密|秘\s*密)\s*[★☆⭐✯]";

    /// <summary>True when the text bears a mark. Blanks within the mark, as letter-spaced print has them, do not hide it.</summary>
    public static bool IsIn(string text) => Mark().IsMatch(text);

    /// <summary>The highest level whose mark the text bears; None for none.</summary>
    public static SecrecyLevel LevelIn(string text) => Mark().Matches(text).Select(m => m.Groups[1].ValueSpan[0] switch
    {
        '绝' => SecrecyLevel.TopSecret,
        '机' => SecrecyLevel.Confidential,
        _ => SecrecyLevel.Secret,
    }).DefaultIfEmpty().Max();

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
