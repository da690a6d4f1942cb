using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Platform.Tests.Callers;

/// <summary>Tokens that somebody made or changed who is not the issuer, and tokens of the issuer for something else, open nothing.</summary>
public sealed class ForgedTokenTests(PlatformSuites suites)
{
    /// <summary>Made anew each time: cases are counted long before the last of them runs.</summary>
    private static TokenOf Good => new("clerk") { Roles = [Role.Clerk] };

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Each forgery by what is wrong about it.</summary>
    private static readonly Dictionary<string, Func<TestIssuer, string>> Forgeries = new()
    {
        ["expired a minute ago"] = issuer => issuer.Sign(Good with { IssuedAt = Now.AddMinutes(-31) }),
        ["valid from tomorrow"] = issuer => issuer.Sign(Good with { IssuedAt = Now.AddDays(1) }),
        ["of another issuer"] = issuer => issuer.Sign(Good with { Issuer = "https://elsewhere.test/" }),
        ["for another audience"] = issuer => issuer.Sign(Good with { Audience = "payroll" }),
        ["an identity token"] = issuer => issuer.Sign(Good with { Type = "JWT" }),
        ["of nobody"] = issuer => issuer.Sign(new TokenOf("") { Roles = Good.Roles }),
        ["signed with another key of the same name"] = issuer => issuer.Sign(Good with { Key = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" } }),
        ["signed with another kind of key of the same name"] = issuer => issuer.Sign(Good with { Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" } }),
        ["signed with another key under no name"] = issuer => issuer.Sign(Good with { Key = new RsaSecurityKey(RSA.Create(2048)) }),
        ["unsigned"] = issuer => $"{Part("""{"alg":"none","typ":"at+jwt"}""")}.{issuer.Sign(Good).Split('.')[1]}.",
        ["signed with the public key as a secret"] = issuer => Hmac(issuer),
        ["with another payload under the same signature"] = issuer => Promoted(issuer),
        ["with the signature of another token"] = issuer => $"{Unsigned(issuer.Sign(Good))}.{issuer.Sign(Good with { Lifetime = TimeSpan.FromMinutes(29) }).Split('.')[2]}",
        ["that brings its own key"] = issuer => OwnKey(),
        ["cut short"] = issuer => issuer.Sign(Good)[..^4],
        ["longer than any"] = issuer => issuer.Sign(Good with { Session = new string('s', 20_000) }),
    };

    public static TheoryData<string> Wrongs => [.. Forgeries.Keys];

    [Theory, MemberData(nameof(Wrongs))]
    public async Task A_token_opens_nothing_that_is(string wrong)
    {
        var suite = await suites.On(StoreKind.Sqlite);
        (await ReasonAsync(suite, $"Bearer {Forgeries[wrong](suite.Issuer)}")).ShouldBe("UNAUTHENTICATED");
        // The good one beside it does, and the forgery is not taken for it afterwards.
        (await ReasonAsync(suite, $"Bearer {suite.Issuer.Sign(Good)}")).ShouldBeEmpty();
        (await ReasonAsync(suite, $"Bearer {Forgeries[wrong](suite.Issuer)}")).ShouldBe("UNAUTHENTICATED");
    }

    [Fact]
    public async Task Two_tokens_are_none()
    {
        var suite = await suites.On(StoreKind.Sqlite);
        var good = suite.Issuer.Sign(Good);
        (await ReasonAsync(suite, $"Bearer {good}, Bearer {good}")).ShouldBe("UNAUTHENTICATED");
    }

    private static Task<string> ReasonAsync(Suite suite, string authorization) =>
        Refused.ReasonOfAsync(new InboxService.InboxServiceClient(suite.CallWith("coordination", authorization)).GetInboxCountsAsync(new GetInboxCountsRequest()));

    /// <summary>The confusion of algorithms: what everybody may read is taken for what only two know.</summary>
    private static string Hmac(TestIssuer issuer)
    {
        using var http = new HttpClient();
        var published = http.GetByteArrayAsync(issuer.JwksUrl).GetAwaiter().GetResult();
        var unsigned = $"{Part("""{"alg":"HS256","kid":"test","typ":"at+jwt"}""")}.{issuer.Sign(Good).Split('.')[1]}";
        return $"{unsigned}.{Base64Url.EncodeToString(HMACSHA256.HashData(published, Encoding.ASCII.GetBytes(unsigned)))}";
    }

    private static string Promoted(TestIssuer issuer)
    {
        var parts = issuer.Sign(Good).Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        payload.ShouldContain("clerk");
        return $"{parts[0]}.{Part(payload.Replace("clerk", "director", StringComparison.Ordinal))}.{parts[2]}";
    }

    private static string OwnKey()
    {
        using var own = RSA.Create(2048);
        var key = own.ExportParameters(false);
        var header = $$$"""{"alg":"RS256","typ":"at+jwt","jku":"http://127.0.0.1:1/","jwk":{"kty":"RSA","n":"{{{Base64Url.EncodeToString(key.Modulus)}}}","e":"AQAB"}}""";
        var payload = $$"""{"iss":"{{TestIssuer.Issuer}}","aud":"{{TestIssuer.Audience}}","sub":"clerk","role":"clerk","iat":{{Now.ToUnixTimeSeconds()}},"exp":{{Now.AddMinutes(30).ToUnixTimeSeconds()}}}""";
        var unsigned = $"{Part(header)}.{Part(payload)}";
        return $"{unsigned}.{Base64Url.EncodeToString(own.SignData(Encoding.ASCII.GetBytes(unsigned), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Unsigned(string token) => token[..token.LastIndexOf('.')];

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
