using System.Collections;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Backoffice.Platform.Contracts;

/// <summary>Checks of single values. Lengths of text count Unicode code points, as `buf.validate` defines them.</summary>
internal static class ScalarChecks
{
    /// <summary>Hundreds of fields share a few dozen patterns, and making such a matcher is what takes longest when contracts are read.</summary>
    private static readonly ConcurrentDictionary<string, Regex> Matchers = new();

    public static ValueCheck MinLength(ulong least) => (value, path, violations) =>
    {
        if ((ulong)CodePoints((string)value) < least)
            violations.Add(path, "MIN_LEN", $"has fewer than {least} character(s)", $"少于 {least} 个字符");
    };

    public static ValueCheck MaxLength(ulong most) => (value, path, violations) =>
    {
        var text = (string)value;
        if ((ulong)text.Length > most && (ulong)CodePoints(text) > most)
            violations.Add(path, "MAX_LEN", $"has more than {most} characters", $"超过 {most} 个字符");
    };

    public static ValueCheck Pattern(string pattern, string where, List<string> problems)
    {
        // `$` of .NET also matches before a last line feed; the vocabulary's does not.
        var anchored = pattern.EndsWith('$') && !pattern.EndsWith(@"\$", StringComparison.Ordinal) ? pattern[..^1] + @"\z" : pattern;
        Regex regex;
        try
        {
            regex = Matchers.GetOrAdd(anchored, p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problems.Add($"{where} has a pattern that cannot be read: {e.Message}");
            return (_, _, _) => { };
        }
        return (value, path, violations) =>
        {
            if (!regex.IsMatch((string)value))
                violations.Add(path, "PATTERN", $"does not match {pattern}", $"格式不符合 {pattern}");
        };
    }

    public static void Uuid(object value, string path, Violations violations)
    {
        if (!Guid.TryParseExact((string)value, "D", out _))
            violations.Add(path, "UUID", "is not a UUID", "不是有效的 UUID");
    }

    public static ValueCheck MinBytes(ulong least) => (value, path, violations) =>
    {
        if ((ulong)((ByteString)value).Length < least)
            violations.Add(path, "MIN_BYTES", $"has fewer than {least} byte(s)", $"少于 {least} 字节");
    };

    public static ValueCheck MaxBytes(ulong most) => (value, path, violations) =>
    {
        if ((ulong)((ByteString)value).Length > most)
            violations.Add(path, "MAX_BYTES", $"has more than {most} bytes", $"超过 {most} 字节");
    };

    public static ValueCheck Range(long least, long most) => (value, path, violations) =>
    {
        var number = Convert.ToInt64(value);
        if (number < least)
            violations.Add(path, "GTE", $"is less than {least}", $"小于 {least}");
        if (number > most)
            violations.Add(path, "LTE", $"is greater than {most}", $"大于 {most}");
    };

    public static ValueCheck Defined(EnumDescriptor type) => (value, path, violations) =>
    {
        if (type.FindValueByNumber(Convert.ToInt32(value)) is null)
            violations.Add(path, "DEFINED_ONLY", "is not a value of the enumeration", "不是规定的取值");
    };

    public static ValueCheck NotIn(IReadOnlyList<int> banned) => (value, path, violations) =>
    {
        if (banned.Contains(Convert.ToInt32(value)))
            violations.Add(path, "NOT_IN", "must be stated", "必须选择");
    };

    private static int CodePoints(string text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
                count--;
        }
        return count;
    }
}

/// <summary>Checks of lists as a whole.</summary>
internal static class ListChecks
{
    public static ValueCheck MinItems(ulong least) => (value, path, violations) =>
    {
        if ((ulong)((IList)value).Count < least)
            violations.Add(path, "MIN_ITEMS", $"has fewer than {least} item(s)", $"少于 {least} 项");
    };

    public static ValueCheck MaxItems(ulong most) => (value, path, violations) =>
    {
        if ((ulong)((IList)value).Count > most)
            violations.Add(path, "MAX_ITEMS", $"has more than {most} items", $"超过 {most} 项");
    };

    public static void Unique(object value, string path, Violations violations)
    {
        var items = ((IList)value).Cast<object>().ToList();
        if (items.Distinct().Count() != items.Count)
            violations.Add(path, "UNIQUE", "names an item twice", "存在重复项");
    }
}
