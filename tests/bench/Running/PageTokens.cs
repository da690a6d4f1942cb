using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Backoffice.Bench.Running;

/// <summary>Makes tokens for places of a list, so that nobody has to walk there.</summary>
internal static class PageTokens
{
    private const int FingerprintBytes = 8;
    private const char Separator = '\u001f';

    /// <param name="token">Any token of the same list.</param>
    /// <param name="key">What the list is ordered by, of the row before the page.</param>
    public static string At(string token, params IEnumerable<object?> key)
    {
        var place = string.Join(Separator, key.Select(k => Convert.ToString(k, CultureInfo.InvariantCulture)));
        return Base64Url.EncodeToString([.. Base64Url.DecodeFromChars(token)[..FingerprintBytes], .. Encoding.UTF8.GetBytes(place)]);
    }
}
