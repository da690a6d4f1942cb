using System.Text.RegularExpressions;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>Marks as they stand in a text: three levels (保密法 第14条), each with what ends it (第22条).</summary>
public static partial class MarkForm
{
    /// <summary>What in a text looks like the mark of a state secret, and is none by its level or form.</summary>
    public static IEnumerable<Finding> Check(string text)
    {
        foreach (Match mark in OfNoLevel().Matches(text))
            yield return new("SEC-01", "Level", $"“{mark.Value}”不是国家秘密标志：密级为绝密、机密、秘密", $"{mark.Value} names no level of state secrets")
            {
                Measured = mark.Groups[1].Value,
                Required = "绝密、机密、秘密",
            };
        foreach (Match mark in WithoutEnd().Matches(text))
            yield return new("SEC-12", "Period", $"“{mark.Value.Trim()}”后应当标注保密期限、解密时间或者解密条件", "A mark has a period, a date or a condition after the star")
            {
                Measured = mark.Value.Trim(),
                Required = "密级★保密期限",
            };
    }

    // 内部★5年, 普通★长期: a period after the star, and no level before it.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?!绝密|机密|秘密)(\p{L}{1,6})[★☆⭐✯]\s*(?:[0-9]{1,2}\s*年|长期)", RegexOptions.CultureInvariant)]
    private static partial Regex OfNoLevel();

    [GeneratedRegex(StateSecretMark.Pattern + @"[^\S\n]*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutEnd();
}
