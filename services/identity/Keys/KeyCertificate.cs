using System.Security.Cryptography.X509Certificates;
using Backoffice.Platform.Hosting;

namespace Backoffice.Identity.Keys;

/// <summary>The certificate that locks the keys in the database, so that the database alone gives nothing away.</summary>
internal static class KeyCertificate
{
    public static X509Certificate2 Read(IdentityOptions options, PlatformOptions platform) => CertificateFile.Read(
        options.KeyCertificateFile, options.KeyCertificateKeyFile, Path.Combine(platform.DataFolder, "identity-keys.pem"), "Backoffice identity keys");
}
