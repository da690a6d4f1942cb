using System.Globalization;
using System.Text.Json;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>Go's text of a float64 in JSON: the shortest digits that round-trip, with an exponent only outside [1e-6, 1e21).</summary>
internal static class GoFloat
{
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            throw new JsonException("The number does not fit a 64-bit float.");

        if (value == 0)
            return double.IsNegative(value) ? "-0" : "0";

        var sign = value < 0 ? "-" : "";
        var (digits, exponent) = Shortest(Math.Abs(value));
        return sign + (exponent is < -6 or >= 21 ? Scientific(digits, exponent) : Plain(digits, exponent));
    }

    /// <summary>The significant digits, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = text[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text[0].Length : point;
        var all = text[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var power = text.Length == 1 ? 0 : int.Parse(text[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (digits.TrimEnd('0'), power + whole - 1 - (all.Length - digits.Length));
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length == 1 ? "" : "." + digits[1..];

        // Go pads the exponent to two digits, then takes the zero away again when it is negative.
        return exponent < 0
            ? string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e-{-exponent}")
            : string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e+{exponent:00}");
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;

        var padded = digits.PadRight(exponent + 1, '0');
        return padded.Length == exponent + 1 ? padded : $"{padded[..(exponent + 1)]}.{padded[(exponent + 1)..]}";
    }
}
