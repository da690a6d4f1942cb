using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Backoffice.Document.ExchangePartners;

/// <summary>What the exchange asks of a certificate.</summary>
internal static class Certificates
{
    /// <summary>By what a certificate is known in the register.</summary>
    public static string Sha256(this X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    public static bool IsValidAt(this X509Certificate2 certificate, DateTimeOffset time) => certificate.NotBefore <= time && time <= certificate.NotAfter;
}
