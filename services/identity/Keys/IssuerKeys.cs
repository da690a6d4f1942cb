using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Backoffice.Identity.Keys;

/// <summary>
/// The keys in use, as OpenIddict takes them in: the first signs, all are published. A change makes OpenIddict read its
/// options anew.
/// </summary>
internal sealed class IssuerKeys : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private IReadOnlyList<Opened> _keys = [];
    private CancellationTokenSource _changed = new();

    public string Name => Microsoft.Extensions.Options.Options.DefaultName;

    /// <summary>The public halves as a JWK set: what this service checks its own callers' tokens with.</summary>
    public string Jwks => JsonSerializer.Serialize(new { keys = _keys.Select(k => k.ToJwk()) });

    /// <summary>Takes these keys into use.</summary>
    public void Use(IReadOnlyList<SigningKey> keys, StoredSecrets secrets)
    {
        if (keys.Select(k => k.Kid).SequenceEqual(_keys.Select(k => k.Kid)))
            return;
        _keys = [.. keys.Select(k => Opened.Of(k, secrets))];
        using var before = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        before.Cancel();
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Configure(OpenIddictServerOptions options)
    {
        options.SigningCredentials.AddRange(_keys.Select(k => new SigningCredentials(k.Pair, SecurityAlgorithms.RsaSha256)));
        options.EncryptionCredentials.AddRange(_keys.Select(k => new EncryptingCredentials(k.Lock, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512)));
    }

    public void Dispose() => _changed.Dispose();

    private sealed record Opened(string Kid, RsaSecurityKey Pair, SymmetricSecurityKey Lock)
    {
        public static Opened Of(SigningKey key, StoredSecrets secrets)
        {
            using var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(secrets.UnprotectSigningKey(key.PrivateKey), out _);
            return new Opened(
                key.Kid,
                new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true)) { KeyId = key.Kid },
                new SymmetricSecurityKey(secrets.UnprotectSigningKey(key.LockKey)) { KeyId = key.Kid });
        }

        public object ToJwk() => new
        {
            kty = "RSA",
            kid = Kid,
            use = "sig",
            alg = SecurityAlgorithms.RsaSha256,
            n = Base64UrlEncoder.Encode(Pair.Parameters.Modulus),
            e = Base64UrlEncoder.Encode(Pair.Parameters.Exponent),
        };
    }
}
