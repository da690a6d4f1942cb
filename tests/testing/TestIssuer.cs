using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Backoffice.Options.V1;
using Backoffice.Platform.Callers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Backoffice.Testing;

/// <summary>
/// A small real issuer for tests of one service: signs access tokens and serves its public key over HTTP. It also shows that
/// any issuer will do.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Issuer = "https://issuer.test/";
    public const string Audience = "backoffice";

    // A signature of each call and a key of each suite: with RSA they were a tenth of what tests cost a processor.
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsaSecurityKey _key;
    private readonly WebApplication _app;

    private TestIssuer()
    {
        _key = new ECDsaSecurityKey(_pair) { KeyId = "test" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        _app.MapGet("/jwks", () => Results.Json(new { keys = new[] { new { kty = "EC", kid = jwk.Kid, crv = jwk.Crv, x = jwk.X, y = jwk.Y, alg = SecurityAlgorithms.EcdsaSha256, use = "sig" } } }));
    }

    public string JwksUrl => _app.Urls.First() + "/jwks";

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    public string Token(string account, params Role[] roles) => Sign(new TokenOf(account) { Roles = roles });

    /// <summary>A token with something wrong about it, or nothing.</summary>
    public string Sign(TokenOf token)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = token.Issuer,
            Audience = token.Audience,
            TokenType = token.Type,
            IssuedAt = token.IssuedAt.UtcDateTime,
            NotBefore = token.IssuedAt.UtcDateTime,
            Expires = token.IssuedAt.Add(token.Lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(token.Key ?? _key, token.Key is RsaSecurityKey ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256),
            Subject = new ClaimsIdentity([
                new Claim("sub", token.Account), .. token.Session.Length > 0 ? [new Claim("sid", token.Session)] : Array.Empty<Claim>(),
                .. token.Roles.Select(r => new Claim("role", RoleNames.NameOf(r)))]),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _pair.Dispose();
    }
}

/// <summary>What a test token says; the defaults are those of a good one.</summary>
public sealed record TokenOf(string Account)
{
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The browser's session it was issued in, if any.</summary>
    public string Session { get; init; } = "";

    public string Issuer { get; init; } = TestIssuer.Issuer;

    public string Audience { get; init; } = TestIssuer.Audience;

    public string Type { get; init; } = "at+jwt";

    public DateTimeOffset IssuedAt { get; init; } = TimeProvider.System.GetUtcNow();

    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Another key than the issuer's.</summary>
    public SecurityKey? Key { get; init; }
}
