using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Backoffice.Identity.Keys;

/// <summary>
/// Encrypts what is stored: signing keys and secrets of second factors. Its key ring is in the database and locked by the key
/// certificate; the ring of cookies is another one, because that one is in Redis and may be lost.
/// </summary>
internal sealed class StoredSecrets : IDisposable
{
    /// <summary>The key is not renewed: what it protects is kept for years and would have to be encrypted anew.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(365 * 50);

    private readonly Ring _ring = new();
    private readonly ServiceProvider _services;
    private readonly IDataProtector _signing;
    private readonly IDataProtector _totp;

    public StoredSecrets(X509Certificate2 certificate)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("backoffice-identity")
            .DisableAutomaticKeyGeneration()
            .ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = _ring);
        _services = services.BuildServiceProvider();
        var protection = _services.GetRequiredService<IDataProtectionProvider>();
        (_signing, _totp) = (protection.CreateProtector("signing-keys"), protection.CreateProtector("totp"));
    }

    /// <summary>Makes the ring's key, for a store that has none yet; the text is what the store keeps.</summary>
    public string MakeKey(DateTimeOffset now)
    {
        // The ring goes by the system's clock; a day of leave spares a start with clocks a little apart.
        _services.GetRequiredService<IKeyManager>().CreateNewKey(now.AddDays(-1), now + Life);
        return _ring.Elements.Single().ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Takes in the ring as stored, before the first secret is read.</summary>
    public void Open(IEnumerable<string> stored) => _ring.Elements = [.. stored.Select(XElement.Parse)];

    public byte[] ProtectSigningKey(byte[] secret) => _signing.Protect(secret);

    /// <exception cref="CryptographicException">The ring is locked by another certificate.</exception>
    public byte[] UnprotectSigningKey(byte[] secret) => _signing.Unprotect(secret);

    public byte[] ProtectTotp(byte[] secret) => _totp.Protect(secret);

    public byte[] UnprotectTotp(byte[] secret) => _totp.Unprotect(secret);

    public void Dispose() => _services.Dispose();

    private sealed class Ring : IXmlRepository
    {
        public IReadOnlyList<XElement> Elements { get; set; } = [];

        public IReadOnlyCollection<XElement> GetAllElements() => Elements;

        public void StoreElement(XElement element, string friendlyName) => Elements = [.. Elements, element];
    }
}
