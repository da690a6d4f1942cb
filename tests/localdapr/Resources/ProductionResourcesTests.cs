using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.Tests.Harness;
using Grpc.Core;

namespace Backoffice.LocalDapr.Tests.Resources;

/// <summary>The YAML that Kubernetes gets, read as it is.</summary>
public sealed class ProductionResourcesTests
{
    private static readonly string[] Suite = ["document", "meeting", "logistics", "archive", "coordination", "identity"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_production_resources_serve_every_app_of_the_suite_in_strict_mode()
    {
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = RuntimeUnderTest.Folder("production"), Strict = true });

        foreach (var appId in Suite)
        {
            await using var app = await runtime.StartAppAsync(new TestAppPlan { AppId = appId });
            (await app.Dapr.TrySaveStateAsync("shared", $"card-{appId}", "v", "-1", cancellationToken: Stop)).ShouldBeTrue();
            await app.Dapr.PublishEventAsync("events", $"{appId}-events", "x", new Dictionary<string, string> { ["cloudevent.id"] = appId }, Stop);
        }

        (await runtime.Redis.KeyExistsAsync("shared||card-document")).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_publishes_in_the_name_of_another()
    {
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = RuntimeUnderTest.Folder("production") });
        await using var meeting = await runtime.StartAppAsync(new TestAppPlan { AppId = "meeting" });

        var refused = await Should.ThrowAsync<Dapr.DaprException>(() => meeting.Dapr.PublishEventAsync("events", "document-events", "x", Stop));
        refused.InnerException.ShouldBeOfType<RpcException>().StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task The_gateway_has_no_components()
    {
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = RuntimeUnderTest.Folder("production") });
        await using var gateway = await runtime.StartAppAsync(new TestAppPlan { AppId = "gateway" });
        await using var meeting = await runtime.StartAppAsync(new TestAppPlan { AppId = "meeting" });

        (await gateway.Dapr.GetMetadataAsync(Stop)).Components.ShouldBeEmpty();
        (await meeting.Dapr.Lock("locks", "room", "me", 10, Stop)).Success.ShouldBeTrue();
    }

    [Fact]
    public void Every_delivery_is_tried_for_a_minute_and_not_taken_back_meanwhile()
    {
        var resources = ResourceFolder.Read(RuntimeUnderTest.Folder("production"), new SecretLookup(null, addressIsGiven: true));
        var events = resources.Components.Single(c => c.Name == "events");
        var retry = resources.Inbound("events", "meeting").Retry!;

        var budget = retry.MaxRetries * retry.Wait(1, 0);
        budget.ShouldBe(TimeSpan.FromSeconds(60));
        events.Time("processingTimeout", default).ShouldBeGreaterThan(budget * 2);
        events.Number("queueDepth", 0).ShouldBe(20);
        events.Number("maxLenApprox", 0).ShouldBe(100_000);
    }

    [Fact]
    public void Nobody_knows_the_password_from_the_files()
    {
        foreach (var file in Directory.EnumerateFiles(RuntimeUnderTest.Folder("production/components")))
            File.ReadAllText(file).ShouldNotContain("name: redisPassword\n      value");
    }
}
