using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Backoffice.Identity.Tests;

/// <summary>One authorisation code flow with PKCE, as the gateway makes it.</summary>
public sealed class CodeFlow
{
    public const string RedirectUri = DoorOffice.Issuer + "signin-oidc";

    public string Verifier { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    public string State { get; } = RandomNumberGenerator.GetHexString(16);

    /// <summary>Parameters over the usual ones; null takes one away.</summary>
    public Dictionary<string, string?> Parameters { get; } = [];

    public string AuthorizeUrl => "/connect/authorize" + QueryString.Create(Usual().Where(p => p.Value is not null));

    private IEnumerable<KeyValuePair<string, string?>> Usual()
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = "backoffice-web",
            ["response_type"] = "code",
            ["redirect_uri"] = RedirectUri,
            ["scope"] = "openid profile offline_access",
            ["state"] = State,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (key, value) in Parameters)
            parameters[key] = value;
        return parameters;
    }
}
