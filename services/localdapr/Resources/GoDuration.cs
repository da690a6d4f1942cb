using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.LocalDapr.Resources;

/// <summary>Durations as Dapr's YAML writes them: Go's "1m30s", or bare milliseconds in component metadata.</summary>
internal static partial class GoDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (!Whole().IsMatch(text))
            return false;

        foreach (Match part in Part().Matches(text))
        {
            var amount = double.Parse(part.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture);
            duration += amount * Unit(part.Groups["unit"].Value);
        }

        return true;
    }

    public static bool TryParseMilliseconds(string text, out TimeSpan duration)
    {
        var bare = uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds);
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return bare;
    }

    private static TimeSpan Unit(string unit) => unit switch
    {
        "h" => TimeSpan.FromHours(1),
        "m" => TimeSpan.FromMinutes(1),
        "s" => TimeSpan.FromSeconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        _ => TimeSpan.FromMicroseconds(1),
    };

    [GeneratedRegex(@"^(\d+(\.\d+)?(h|ms|m|s|us|µs))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<amount>\d+(\.\d+)?)(?<unit>h|ms|m|s|us|µs)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
