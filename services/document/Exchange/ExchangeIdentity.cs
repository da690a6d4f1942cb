using System.Security.Cryptography.X509Certificates;
using Backoffice.Document.ExchangePartners;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.Exchange;

/// <summary>By what partners know this house: credit code, name and the certificate its packages are signed by.</summary>
internal sealed class ExchangeIdentity(DocumentOptions options, PlatformOptions platform, OwnBureau bureau) : IDisposable
{
    // Made when first asked for: most houses that try the suite exchange nothing.
    private readonly Lazy<X509Certificate2> _certificate = new(() => CertificateFile.Read(
        options.ExchangeCertificateFile, options.ExchangeCertificateKeyFile, Path.Combine(platform.DataFolder, "document-exchange.pem"), $"Backoffice exchange {options.CreditCode}"));

    /// <exception cref="Platform.Errors.Refusal">EXCHANGE_NOT_SET_UP: the house has no credit code.</exception>
    public ExchangeOrgan Own => options.CreditCode.Length > 0
        ? new ExchangeOrgan { CreditCode = options.CreditCode, DisplayName = bureau.Name }
        : throw DocumentErrors.ExchangeNotSetUp();

    public string CertificatePem => _certificate.Value.ExportCertificatePem();

    public string CertificateSha256 => _certificate.Value.Sha256();

    /// <summary>The detached signature over a manifest.</summary>
    public byte[] Sign(byte[] manifest) => ManifestSignature.Make(manifest, _certificate.Value);

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
            _certificate.Value.Dispose();
    }
}
