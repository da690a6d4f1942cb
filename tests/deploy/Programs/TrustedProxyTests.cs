using System.Net;
using Backoffice.Gateway;
using Backoffice.Platform.Hosting;
using Backoffice.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>A gateway behind a proxy that ends TLS, as an ingress controller does.</summary>
public sealed class TrustedProxyTests
{
    [Fact]
    public async Task A_trusted_proxy_is_believed_about_the_callers_address()
    {
        await using var redis = await RedisAsync();
        await using var gateway = await StartAsync(redis.Address, "127.0.0.0/8");
        (await CallAsync(gateway, _ => "203.0.113.1")).ShouldContain(HttpStatusCode.TooManyRequests);
        (await CallAsync(gateway, i => $"203.0.113.{i + 2}")).ShouldNotContain(HttpStatusCode.TooManyRequests, "other callers behind the same proxy");
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8")]
    public async Task Nobody_else_is_believed(string trusted)
    {
        await using var redis = await RedisAsync();
        await using var gateway = await StartAsync(redis.Address, trusted);
        (await CallAsync(gateway, i => $"203.0.113.{i + 1}")).ShouldContain(HttpStatusCode.TooManyRequests, "a forged address is a budget of its own");
    }

    [Fact]
    public void What_is_no_network_is_refused_by_name() => Should.Throw<OptionsValidationException>(() => Build("127.0.0.1:1", "10.0.0.0/8, office"))
        .Failures.ShouldBe(["Gateway__TrustedProxies: office is no network, e.g. 10.0.0.0/8."]);

    private static async Task<RealRedis> RedisAsync()
    {
        Assert.SkipUnless(RealRedis.IsInstalled, "redis-server is not installed");
        return await RealRedis.StartAsync();
    }

    private static async Task<WebApplication> StartAsync(string redis, string trusted)
    {
        var gateway = Build(redis, trusted);
        await gateway.StartAsync();
        return gateway;
    }

    private static WebApplication Build(string redis, string trusted) => GatewayModule.Build([], new ModuleSurroundings
    {
        OwnTelemetry = false,
        Settings = new Dictionary<string, string?>
        {
            ["Backoffice:Redis"] = redis,
            ["Gateway:HttpUrl"] = "http://127.0.0.1:0",
            ["Gateway:GrpcUrl"] = "http://127.0.0.1:0",
            ["Gateway:AnonymousBurst"] = "1",
            ["Gateway:AnonymousUnitsPerSecond"] = "1",
            ["Gateway:TrustedProxies"] = trusted,
        },
        Configure = b => b.Logging.ClearProviders(),
    });

    /// <summary>Far more calls at once than a budget of one call a second has room for.</summary>
    private static async Task<IReadOnlyList<HttpStatusCode>> CallAsync(WebApplication gateway, Func<int, string> caller)
    {
        using var http = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };
        return await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
            request.Headers.Add("X-Forwarded-For", caller(i));
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }));
    }
}
