using Backoffice.LocalDapr.Tests.Harness;
using Backoffice.LocalDapr.Tests.Protos;
using Grpc.Net.Client;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests.PubSub;

/// <summary>Apps that come, go, fail and have several replicas.</summary>
public sealed class ReplicaTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task Two_replicas_share_the_events_and_each_event_is_handled_once(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        var plan = new TestAppPlan().With("events", topic);
        await using var first = await runtime.StartAppAsync(plan);
        await using var second = await runtime.StartAppAsync(plan);

        for (var i = 0; i < 20; i++)
            await first.Dapr.PublishEventAsync("events", topic, i, Stop);
        await Eventually.BecomesTrueAsync("all have come", () => first.Deliveries.Count + second.Deliveries.Count == 20);

        first.Deliveries.Count.ShouldBeGreaterThan(0);
        second.Deliveries.Count.ShouldBeGreaterThan(0);
        await DeliveryTests.SettledAsync(runtime, first, topic);
    }

    [Theory, EveryRuntime]
    public async Task When_one_replica_dies_the_other_gets_its_events_and_calls(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        Assert.SkipWhen(runtime.IsDaprd, "because daprd ties a replica to its sidecar; a dead replica's calls fail until its health check does");
        var topic = TestAppPlan.UniqueTopic();
        var plan = new TestAppPlan().With("patient", topic);
        await using var doomed = await runtime.StartAppAsync(plan);
        await using var survivor = await runtime.StartAppAsync(plan);
        await using var caller = await runtime.StartAppAsync();

        await doomed.KillAsync();
        for (var i = 0; i < 10; i++)
            await caller.Dapr.PublishEventAsync("patient", topic, i, Stop);
        await Eventually.BecomesTrueAsync("the survivor has all", () => survivor.Deliveries.Count == 10);

        using var channel = GrpcChannel.ForAddress(caller.Sidecar.GrpcEndpoint);
        var headers = caller.Token;
        headers.Add("dapr-app-id", plan.AppId);
        await Eventually.BecomesTrueAsync("calls go to the survivor only", async () =>
        {
            var codes = new List<string>();
            for (var i = 0; i < 4; i++)
                codes.Add(await StateCalls.CodeAsync(async () => await new Echo.EchoClient(channel).OnceAsync(new(), headers, cancellationToken: Stop)));

            return codes.TrueForAll(code => code == "ok");
        });
    }

    [Theory, EveryRuntime]
    public async Task An_unhealthy_app_gets_nothing_and_then_everything(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        await using var publisher = await runtime.StartAppAsync();
        using var health = new HttpClient { BaseAddress = app.Sidecar.HttpEndpoint };

        app.Health.IsHealthy = false;
        await Eventually.BecomesTrueAsync("the sidecar notices", async () => !(await health.GetAsync("/v1.0/healthz", Stop)).IsSuccessStatusCode);
        await publisher.Dapr.PublishEventAsync("events", topic, "held back", Stop);
        app.Deliveries.Count.ShouldBe(0);
        app.Health.IsHealthy = true;

        (await app.NextAsync()).Text.ShouldBe("\"held back\"");
    }

    [Theory, EveryRuntime]
    public async Task An_app_without_callbacks_only_calls(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync(new TestAppPlan { ImplementsCallbacks = false });

        await app.Dapr.SaveStateAsync("state", "k", "v", cancellationToken: Stop);

        (await app.Raw.GetMetadataAsync(new(), app.Token, cancellationToken: Stop)).Subscriptions.ShouldBeEmpty();
    }

    [Theory, EveryRuntime]
    public async Task What_an_app_was_handling_when_it_died_is_delivered_to_its_successor(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        var never = new TaskCompletionSource<Verdict>();
        var plan = new TestAppPlan().With("impatient", topic);
        var doomed = await runtime.StartAppAsync(plan with { Handler = (_, stop) => never.Task.WaitAsync(stop) });
        await using var publisher = await runtime.StartAppAsync();
        await publisher.Dapr.PublishEventAsync("impatient", topic, "unfinished", Stop);
        await doomed.NextAsync();

        var stopping = doomed.StopAsync();
        await doomed.KillAsync();
        await stopping;
        await using var successor = await runtime.StartAppAsync(plan);

        (await successor.NextAsync()).Text.ShouldBe("\"unfinished\"");
        await doomed.DisposeAsync();
    }
}
