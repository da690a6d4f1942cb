using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Document.ExchangePartners;
using Backoffice.Platform.Hosting;
using Backoffice.Typesetting.Layout;
using Backoffice.Typesetting.Seals;

namespace Backoffice.Document.Sealing;

/// <summary>
/// For trying the suite out: real signatures, by a certificate of its own that nobody vouches for, and seals that say across
/// their middle that they are tests.
/// </summary>
internal sealed class DevelopmentSealProvider(PdfSealer sealer, PlatformOptions platform) : ISealProvider, IDisposable
{
    private const string Mark = "测试印章";

    // Made when first asked for.
    private readonly Lazy<X509Certificate2> _certificate = new(() => CertificateFile.Read("", "", Path.Combine(platform.DataFolder, "document-test-seal.pem"), "Backoffice test seal"));

    public string DisplayName => "Backoffice development seals";

    public bool IsTest => true;

    public string Notice => "测试印章，仅供开发和演示，不具有法律效力。(A test seal for development and demonstration; it has no effect in law.)";

    public Task<byte[]> SealAsync(SealOrder order, CancellationToken stop) =>
        sealer.SealAsync(order.Pdf, [.. order.Seals.Select(s => new PlacedSeal(new SealImpression(s.Organ, Mark, Paper.Seal), s.Spots))], _certificate.Value, $"{Mark} {order.Number}");

    public Task<IReadOnlyList<FoundSeal>> VerifyAsync(ReadOnlyMemory<byte> pdf, CancellationToken stop)
    {
        var own = _certificate.Value.Sha256();
        return Task.FromResult<IReadOnlyList<FoundSeal>>([.. PdfSignatures.Read(pdf.ToArray()).Select(s =>
        {
            var certificate = s.Certificate.Length > 0 ? Convert.ToHexStringLower(SHA256.HashData(s.Certificate.Span)) : "";
            return new FoundSeal(s.SignerName, certificate, s.Intact, s.CoversFile, certificate == own);
        })]);
    }

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
            _certificate.Value.Dispose();
    }
}
