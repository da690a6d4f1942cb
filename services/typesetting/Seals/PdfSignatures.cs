using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Backoffice.Typesetting.Seals;

/// <summary>One signature of a PDF.</summary>
/// <param name="Intact">True when what it covers is as it was signed.</param>
/// <param name="CoversFile">True when it covers every byte but its own.</param>
/// <param name="Certificate">DER of the signer's certificate; empty when there is none to be read.</param>
public sealed record PdfSignature(bool Intact, bool CoversFile, ReadOnlyMemory<byte> Certificate, string SignerName);

/// <summary>Reads the signatures of a PDF. Whether a signer is believed is for others to say: no chain is built.</summary>
public static partial class PdfSignatures
{
    public static IReadOnlyList<PdfSignature> Read(byte[] pdf) =>
        [.. ByteRanges().Matches(Encoding.Latin1.GetString(pdf)).Select(m => Read(pdf, [.. Enumerable.Range(1, 4).Select(i => long.Parse(m.Groups[i].ValueSpan, CultureInfo.InvariantCulture))]))];

    private static PdfSignature Read(byte[] pdf, long[] range)
    {
        var (first, gap, second, rest) = (range[0], range[1], range[2], range[3]);
        if (first != 0 || gap > second || second > pdf.Length || second + rest > pdf.Length)
            return new PdfSignature(false, false, default, "");
        var covered = new byte[gap + rest];
        pdf.AsSpan(0, (int)gap).CopyTo(covered);
        pdf.AsSpan((int)second, (int)rest).CopyTo(covered.AsSpan((int)gap));
        return Read(covered, pdf.AsSpan((int)gap, (int)(second - gap)), coversFile: second + rest == pdf.Length);
    }

    private static PdfSignature Read(byte[] covered, ReadOnlySpan<byte> between, bool coversFile)
    {
        // Between the parts that are covered stands the signature in hexadecimal digits, filled up with zeros, and nothing else:
        // whatever could be hidden there would be signed by nobody.
        if (between is not [(byte)'<', .. var digits, (byte)'>'])
            return new PdfSignature(false, false, default, "");
        try
        {
            var padded = Convert.FromHexString(Encoding.ASCII.GetString(digits));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            if (padded.AsSpan(length).ContainsAnyExcept((byte)0))
                return new PdfSignature(false, coversFile, default, "");
            var cms = new SignedCms(new ContentInfo(covered), detached: true);
            cms.Decode(padded.AsSpan(0, length));
            var certificate = cms.SignerInfos is [{ Certificate: { } signer }] ? signer : null;
            return certificate is null
                ? new PdfSignature(false, coversFile, default, "")
                : new PdfSignature(Holds(cms), coversFile, certificate.RawData, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        }
        catch (Exception e) when (e is FormatException or AsnContentException or CryptographicException)
        {
            return new PdfSignature(false, coversFile, default, "");
        }
    }

    private static bool Holds(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex ByteRanges();
}
