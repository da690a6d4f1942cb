using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Backoffice.Typesetting.Pdf;

/// <summary>
/// PDF/A wants an identity in every file, and the library makes it of the clock. A print version is known by its hash, so that
/// the identity is made of the content instead: of one length, it moves nothing in the file.
/// </summary>
internal static partial class PdfIdentity
{
    public static byte[] Settle(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (Identity().Match(text) is not { Success: true } made)
            return pdf;
        var plain = made.Groups[1].Value.Replace("-", "", StringComparison.Ordinal);
        var zeroed = Replace(text, plain, new string('0', plain.Length));
        var settled = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(zeroed)))[..plain.Length];
        return Encoding.Latin1.GetBytes(Replace(text, plain, settled));
    }

    // In the metadata with dashes, in the trailer without.
    private static string Replace(string text, string from, string to) =>
        text.Replace(Dashed(from), Dashed(to), StringComparison.OrdinalIgnoreCase).Replace(from, to, StringComparison.OrdinalIgnoreCase);

    private static string Dashed(string hex) => $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";

    [GeneratedRegex("uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})<", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identity();
}
