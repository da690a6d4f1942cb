using System.Net;
using System.Security.Cryptography;
using Backoffice.Platform.Callers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Callers;

public sealed class PublishedKeysTests : IAsyncLifetime
{
    private readonly WebApplication _issuer = Build();
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpClient _http = new();
    private readonly List<string> _kids = ["a"];
    private int _asked;
    private bool _away;

    [Fact]
    public async Task The_next_key_is_known_before_any_token_is_signed_with_it()
    {
        using var keys = New();
        await KidsAsync(keys.GetAsync, "a");
        _kids.Add("b");
        await KidsAsync(keys.GetAsync, "a");
        _clock.Advance(TimeSpan.FromMinutes(10));
        await KidsAsync(keys.GetAsync, "a", "b");
    }

    [Fact]
    public async Task A_key_nobody_has_seen_is_read_at_once_and_garbage_makes_the_issuer_asked_once_a_second_at_most()
    {
        using var keys = New();
        await KidsAsync(keys.GetAsync, "a");
        _clock.Advance(TimeSpan.FromSeconds(1));
        _kids.Add("b");
        await KidsAsync(keys.GetNewerAsync, "a", "b");
        for (var i = 0; i < 10; i++)
            await KidsAsync(keys.GetNewerAsync, "a", "b");
        _asked.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_known_stays_in_use_while_the_issuer_is_away()
    {
        using var keys = New();
        await KidsAsync(keys.GetAsync, "a");
        _away = true;
        _clock.Advance(TimeSpan.FromHours(1));
        await KidsAsync(keys.GetAsync, "a");
        await KidsAsync(keys.GetNewerAsync, "a");
    }

    [Fact]
    public async Task Without_any_key_the_call_cannot_be_decided()
    {
        using var keys = New();
        _away = true;
        await Should.ThrowAsync<IssuerUnreachableException>(async () => await keys.GetAsync(CancellationToken.None));
        _away = false;
        await KidsAsync(keys.GetAsync, "a");
    }

    public async ValueTask InitializeAsync()
    {
        _issuer.MapGet("/jwks", () =>
        {
            _asked++;
            return _away ? Results.StatusCode(503) : Results.Json(new { keys = _kids.Select(Jwk) });
        });
        await _issuer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _issuer.DisposeAsync();
    }

    private PublishedKeys New() => new(_issuer.Urls.First() + "/jwks", _http, _clock);

    private static async Task KidsAsync(Func<CancellationToken, ValueTask<IReadOnlyList<SecurityKey>>> read, params string[] kids) =>
        (await read(CancellationToken.None)).Select(k => k.KeyId).ShouldBe(kids);

    private static object Jwk(string kid)
    {
        using var rsa = RSA.Create(2048);
        var open = rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", kid, use = "sig", n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) };
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        return builder.Build();
    }
}
