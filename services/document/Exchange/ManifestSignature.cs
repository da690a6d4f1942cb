using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Backoffice.Document.Exchange;

/// <summary>
/// The detached signature over a manifest (CMS, RFC 5652; SHA-256). It carries no time of its own: the time is in what is signed,
/// and the same manifest signed by the same RSA key is the same file.
/// </summary>
internal static class ManifestSignature
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private static readonly string[] Digests = [Sha256, "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    public static byte[] Make(byte[] manifest, X509Certificate2 certificate)
    {
        var cms = new SignedCms(new ContentInfo(manifest), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid(Sha256), IncludeOption = X509IncludeOption.EndCertOnly });
        return cms.Encode();
    }

    /// <summary>
    /// Reads whose signature it is; null when it is none. Whether the certificate is believed is for the register of partners to say:
    /// no chain is built, since an organ's certificate is known there by itself.
    /// </summary>
    public static SignedManifest? Read(byte[] manifest, byte[] signature)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(manifest), detached: true);
            cms.Decode(signature);
            return cms.SignerInfos is [{ Certificate: { } certificate } signer] && Digests.Contains(signer.DigestAlgorithm.Value)
                ? new SignedManifest(signer, certificate)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A manifest with the one who says to have signed it.</summary>
internal sealed record SignedManifest(SignerInfo Signer, X509Certificate2 Certificate)
{
    /// <summary>True when the signature was made by the certificate's key over this manifest.</summary>
    public bool Holds()
    {
        try
        {
            Signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
