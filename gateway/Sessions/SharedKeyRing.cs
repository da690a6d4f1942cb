using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Backoffice.Platform.Redis;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Backoffice.Gateway.Sessions;

/// <summary>The key ring of cookies and sessions lies in Redis, so that every replica reads every replica's; locked, so that Redis alone gives no session away.</summary>
internal sealed class SharedKeyRing(RedisConnection redis, RingLock ringLock) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = new RedisXmlRepository(() => redis.Database, "gateway:keys");
        options.XmlEncryptor = ringLock;
    }
}

/// <summary>Encrypts keys of the ring by AES-256-GCM under a key derived from the gateway's client secret, which its replicas share.</summary>
internal sealed class RingLock(string secret) : IXmlEncryptor
{
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "backoffice gateway key ring"u8.ToArray());

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var locked = new byte[NonceSize + plain.Length + TagSize];
        var nonce = locked.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, locked.AsSpan(NonceSize, plain.Length), locked.AsSpan(NonceSize + plain.Length));
        return new EncryptedXmlInfo(new XElement("locked", Convert.ToBase64String(locked)), typeof(RingKey));
    }

    /// <exception cref="CryptographicException">The key was locked under another secret, or altered.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var locked = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var plain = new byte[locked.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(locked[..NonceSize], locked[NonceSize..^TagSize], locked[^TagSize..], plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

/// <summary>The framework makes the decryptor by the name that is kept with a key.</summary>
internal sealed class RingKey(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<RingLock>().Decrypt(encryptedElement);
}
