using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.Tests.Harness;
using Grpc.Core;
using static Backoffice.LocalDapr.Tests.Harness.OwnRuntime;

namespace Backoffice.LocalDapr.Tests.Resources;

public sealed class ScopeTests
{
    private const string Declared =
        """
        ---
        kind: Subscription
        metadata: {name: notices}
        spec: {pubsubname: p, topic: notices, route: /notices, deadLetterTopic: notices.dead}
        scopes: [insider]
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_component_with_scopes_does_not_exist_for_others()
    {
        await using var runtime = await StartAsync(RuntimeKind.Garnet, Component("mine", "state.redis", extra: "scopes: [insider]") + Component("all", "state.redis"));
        await using var insider = await runtime.StartAppAsync(new TestAppPlan { AppId = "insider" });
        await using var outsider = await runtime.StartAppAsync();

        await insider.Dapr.SaveStateAsync("mine", "k", "v", cancellationToken: Stop);
        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await outsider.Raw.GetStateAsync(new() { StoreName = "mine", Key = "k" }, outsider.Token, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await outsider.Raw.GetMetadataAsync(new(), outsider.Token, cancellationToken: Stop)).RegisteredComponents.Select(c => c.Name).ShouldBe(["all"]);
    }

    [Fact]
    public async Task A_declared_subscription_is_delivered_to_the_apps_in_its_scopes()
    {
        await using var runtime = await StartAsync(RuntimeKind.Garnet, Component("p", "pubsub.redis") + Declared);
        await using var insider = await runtime.StartAppAsync(new TestAppPlan { AppId = "insider" });
        await using var outsider = await runtime.StartAppAsync();

        await outsider.Dapr.PublishEventAsync("p", "notices", "hear", Stop);

        (await insider.NextAsync()).Event.Path.ShouldBe("/notices");
        (await outsider.Raw.GetMetadataAsync(new(), outsider.Token, cancellationToken: Stop)).Subscriptions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("scoped", "guarded", "scopes of 'scoped'")]
    [InlineData("nowhere", "t", "pub/sub component 'nowhere'")]
    public async Task An_impossible_subscription_stops_its_app(string pubsub, string topic, string message)
    {
        await using var runtime = await StartAsync(RuntimeKind.Garnet);

        var refused = await Should.ThrowAsync<ResourceException>(() => runtime.StartAppAsync(new TestAppPlan { AppId = "guest" }.With(pubsub, topic)));

        refused.Message.ShouldContain("app 'guest'");
        refused.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Routing_rules_and_bulk_delivery_asked_for_by_an_app_stop_it(bool rules)
    {
        await using var runtime = await StartAsync(RuntimeKind.Garnet);
        var plan = new TestAppPlan().With("events", "t");
        if (rules)
            plan.Subscriptions[0].Routes = new() { Rules = { new Dapr.AppCallback.Autogen.Grpc.v1.TopicRule { Match = "event.type == 'x'", Path = "/x" } } };
        else
            plan.Subscriptions[0].BulkSubscribe = new() { Enabled = true };

        await Should.ThrowAsync<ResourceException>(() => runtime.StartAppAsync(plan));
    }
}
