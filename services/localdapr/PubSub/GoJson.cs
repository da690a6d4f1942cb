using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>
/// Writes JSON as Go's encoder does: keys sorted by bytes, no blanks, the characters of HTML escaped. Subscribers see these very
/// bytes in production, so a handler that compares or signs them must see the same ones here.
/// </summary>
internal static class GoJson
{
    public static string Text(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        WriteString(text, value);
        return text.ToString();
    }

    /// <summary>What a publisher stores: numbers keep their text.</summary>
    public static string Precise(JsonElement element) => Render(element, throughFloat64: false);

    /// <summary>What a subscriber receives: every number has passed through a 64-bit float.</summary>
    public static string Lossy(JsonElement element) => Render(element, throughFloat64: true);

    /// <summary>An object of members that are JSON already. Of two equal keys Go keeps the last.</summary>
    public static string Object(IEnumerable<KeyValuePair<string, string>> members)
    {
        var sorted = new SortedDictionary<string, string>(ByteOrder.Instance);
        foreach (var (name, json) in members)
            sorted[name] = json;

        return $"{{{string.Join(',', sorted.Select(m => $"{Text(m.Key)}:{m.Value}"))}}}";
    }

    private static string Render(JsonElement element, bool throughFloat64) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Render(m.Value, throughFloat64)))),
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(item => Render(item, throughFloat64)))}]",
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Number when throughFloat64 => GoFloat.Format(element.GetDouble()),
        _ => element.GetRawText(),
    };

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var rune in value.EnumerateRunes())
            WriteRune(text, rune);

        text.Append('"');
    }

    private static void WriteRune(StringBuilder text, Rune rune)
    {
        _ = rune.Value switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append("\\\\"),
            '\b' => text.Append("\\b"),
            '\f' => text.Append("\\f"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            < 0x20 or '<' or '>' or '&' or 0x2028 or 0x2029 => text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
            < 0x80 => text.Append((char)rune.Value),
            _ => text.Append(rune.ToString()),
        };
    }

    /// <summary>The order of UTF-8 bytes: that of UTF-16, except that surrogates come after all other characters.</summary>
    private sealed class ByteOrder : IComparer<string>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            var common = x.AsSpan().CommonPrefixLength(y);
            return common == x!.Length || common == y!.Length ? x.Length - y!.Length : Rank(x[common]) - Rank(y[common]);
        }

        private static int Rank(char c) => char.IsSurrogate(c) ? c + char.MaxValue : c;
    }
}
