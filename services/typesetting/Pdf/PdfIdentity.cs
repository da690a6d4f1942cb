using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Backoffice.Typesetting.Pdf;

/// <summary>
/// PDF/A wants an identity in every file, and the library makes it of the clock. A print version is known by its hash, so that
/// the identity is made of the content instead.
/// </summary>
internal static partial class PdfIdentity
{
    private static readonly string Nobody = new('0', 32);

    public static byte[] Settle(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (Made().Match(text) is not { Success: true } made)
            return pdf;
        var settled = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(Named(text, made.Value, Nobody))))[..Nobody.Length];
        return Encoding.Latin1.GetBytes(Named(text, made.Value, settled));
    }

    // The metadata hold it with dashes, always of one length, so that no offset moves. The trailer, behind all that offsets
    // point to, holds it as the library finds shorter: in hexadecimal digits, or as characters some of which are escaped.
    private static string Named(string text, string made, string identity)
    {
        var dashed = $"{identity[..8]}-{identity[8..12]}-{identity[12..16]}-{identity[16..20]}-{identity[20..]}";
        return Trailer().Replace(text.Replace(made, $"uuid:{dashed}<", StringComparison.Ordinal), $"/ID [<{identity}> <{identity}>]>>\nstartxref");
    }

    [GeneratedRegex("uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}<", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    [GeneratedRegex(@"/ID \[(?:(?!/ID \[).)*?\]>>\nstartxref", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Trailer();
}
