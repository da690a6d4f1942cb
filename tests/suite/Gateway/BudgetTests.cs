using System.Net;
using Backoffice.Gateway;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Gateway;

/// <summary>Gateways with small budgets in front of a running suite.</summary>
public sealed class BudgetTests(Demonstrations demonstrations)
{
    [Fact]
    public async Task An_accounts_budget_is_one_over_all_replicas_and_another_accounts_is_untouched()
    {
        await using var redis = await EmptyRedisAsync();
        await using var first = await StartAsync(redis.Address, burst: 30, perSecond: 1);
        await using var second = await StartAsync(redis.Address, burst: 30, perSecond: 1);
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var outcomes = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
            outcomes.Add(await CallAsync(i % 2 == 0 ? first : second, await suite.TokenAsync("clerk")));
        outcomes.Count(o => o == HttpStatusCode.OK).ShouldBeInRange(28, 40);
        outcomes.Count(o => o == HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(15);
        (await CallAsync(first, await suite.TokenAsync("director"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_call_says_when_to_come_back()
    {
        await using var redis = await EmptyRedisAsync();
        await using var gateway = await StartAsync(redis.Address, burst: 1, perSecond: 1);
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var token = await suite.TokenAsync("clerk");
        // At once: a slow machine gives a budget time to fill up again between one call and the next.
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(gateway, token)));
        var response = responses.First(r => r.StatusCode == HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
        (await JsonCallInvoker.RefusalOfAsync(response)).Status.Detail.ShouldContain("repeat after");
        foreach (var each in responses)
            each.Dispose();
    }

    [Fact]
    public async Task Without_redis_calls_go_on_and_each_replica_counts_alone()
    {
        var redis = await EmptyRedisAsync();
        await using var gateway = await StartAsync(redis.Address, burst: 20, perSecond: 1);
        await redis.DisposeAsync();
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var outcomes = new List<HttpStatusCode>();
        for (var i = 0; i < 50; i++)
            outcomes.Add(await CallAsync(gateway, await suite.TokenAsync("clerk")));
        outcomes.Take(20).ShouldAllBe(o => o == HttpStatusCode.OK);
        outcomes.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private static async Task<RealRedis> EmptyRedisAsync()
    {
        Assert.SkipUnless(RealRedis.IsInstalled, "redis-server is not installed");
        return await RealRedis.StartAsync();
    }

    private async Task<WebApplication> StartAsync(string redis, int burst, int perSecond)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var settings = new Dictionary<string, string?>
        {
            ["Backoffice:Redis"] = redis,
            ["Backoffice:Issuer"] = $"http://localhost:{suite.Http.BaseAddress!.Port}/",
            ["Backoffice:JwksUrl"] = new Uri(suite.Modules.Single(m => m.Name == "identity").Ops, "/.well-known/jwks").ToString(),
            ["Gateway:HttpUrl"] = "http://127.0.0.1:0",
            ["Gateway:GrpcUrl"] = "http://127.0.0.1:0",
            ["Gateway:Burst"] = $"{burst}",
            ["Gateway:UnitsPerSecond"] = $"{perSecond}",
        };
        foreach (var module in suite.Modules.Where(m => m.Name != "gateway"))
            settings[$"Gateway:Services:{module.Name}"] = module.Grpc.ToString();
        var gateway = GatewayModule.Build([], new ModuleSurroundings { OwnTelemetry = false, Settings = settings, Configure = b => b.Logging.ClearProviders() });
        await gateway.StartAsync();
        return gateway;
    }

    private static async Task<HttpStatusCode> CallAsync(WebApplication gateway, string token)
    {
        using var response = await SendAsync(gateway, token);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(WebApplication gateway, string token)
    {
        using var http = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Add("authorization", $"Bearer {token}");
        return await http.SendAsync(request);
    }
}
