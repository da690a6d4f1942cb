using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.Tests.Harness;
using Backoffice.LocalDapr.Tests.Protos;
using Backoffice.LocalDapr.Tests.PubSub;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Grpc.Net.Client;
using static Backoffice.LocalDapr.Tests.Harness.StateCalls;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests;

/// <summary>One test per row of services/localdapr/DEVIATIONS.md, with what daprd does and what the local runtime does.</summary>
public sealed partial class DeviationTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_row_has_a_test_and_every_test_a_row()
    {
        var table = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DEVIATIONS.md"));
        var tests = typeof(DeviationTests).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m.GetCustomAttribute<TheoryAttribute>() is not null)
            .Select(m => m.Name);

        Row().Matches(table).Select(m => m.Groups[1].Value).ShouldBe(tests, ignoreOrder: true);
    }

    [Theory, EveryRuntime]
    public async Task The_configuration_api_is_not_served(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await app.Raw.GetConfigurationAsync(new() { StoreName = "settings" }, app.Token, cancellationToken: Stop));

        (refused.StatusCode == StatusCode.Unimplemented).ShouldBe(!runtime.IsDaprd);
    }

    [Theory, EveryRuntime]
    public async Task The_http_api_is_served_for_health_only(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        using var client = new HttpClient { BaseAddress = app.Sidecar.HttpEndpoint, DefaultRequestHeaders = { { "dapr-api-token", app.Sidecar.ApiToken } } };

        var answer = await client.GetAsync("/v1.0/state/state/absent", Stop);

        answer.StatusCode.ShouldBe(runtime.IsDaprd ? HttpStatusCode.NoContent : HttpStatusCode.NotImplemented);
    }

    [Theory, EveryRuntime]
    public async Task An_app_without_a_health_check_is_healthy_while_it_answers(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        Assert.SkipWhen(runtime.IsDaprd, "because the harness waits for daprd to call its app healthy, which it never does");
        await using var app = await runtime.StartAppAsync(new TestAppPlan { ImplementsHealth = false });
        using var client = new HttpClient { BaseAddress = app.Sidecar.HttpEndpoint };

        (await client.GetAsync("/v1.0/healthz", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await app.KillAsync();

        await Eventually.BecomesTrueAsync("its silence is noticed", async () => !(await client.GetAsync("/v1.0/healthz", Stop)).IsSuccessStatusCode);
    }

    [Theory, EveryRuntime]
    public async Task A_stream_that_closes_gives_back_what_it_had_in_hand(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync();
        await using var first = await StreamingTests.Stream.OpenAsync(app, topic, pubsub: "fragile");
        await app.Dapr.PublishEventAsync("fragile", topic, "in hand", Stop);
        await first.NextAsync(verdict: null);

        await first.CloseAsync();
        await using var second = await StreamingTests.Stream.OpenAsync(app, topic, pubsub: "fragile");
        if (runtime.IsDaprd)
            await app.Dapr.PublishEventAsync("fragile", topic, "later", Stop);

        (await second.NextAsync(Verdict.Success)).ShouldBe(runtime.IsDaprd ? "\"later\"" : "\"in hand\"");
    }

    [Theory, EveryRuntime]
    public async Task A_message_left_by_a_stopped_app_comes_back_at_once(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        var plan = new TestAppPlan().With("patient", topic);
        await using (var stopping = await runtime.StartAppAsync(plan.Answering(Verdict.Retry)))
        {
            await stopping.Dapr.PublishEventAsync("patient", topic, "x", Stop);
            await stopping.NextAsync();
        }

        await using var successor = await runtime.StartAppAsync(plan);
        if (!runtime.IsDaprd)
            (await successor.NextAsync()).Text.ShouldBe("\"x\"");

        // processingTimeout is forty seconds: until then daprd leaves the message pending.
        if (runtime.IsDaprd)
            (await runtime.Redis.StreamPendingAsync(topic, plan.AppId)).PendingMessageCount.ShouldBe(1);
    }

    [Theory, EveryRuntime]
    public async Task Retry_policies_of_apps_are_not_applied(RuntimeKind on)
    {
        await using var runtime = await OwnRuntime.StartAsync(on, """
            kind: Resiliency
            apiVersion: dapr.io/v1alpha1
            metadata: {name: apps}
            spec:
              policies: {retries: {always: {policy: constant, duration: 10ms, maxRetries: 3}}}
              targets: {apps: {callee-of-row: {retry: always}}}
            """);
        await using var callee = await runtime.StartAppAsync(new TestAppPlan { AppId = "callee-of-row" });
        await using var caller = await runtime.StartAppAsync();

        var text = $"{on}-{Guid.NewGuid():N}";
        await CodeAsync(async () => await Echo(caller, out var headers, callee.AppId).RefuseAsync(new() { Text = text }, headers, cancellationToken: Stop));

        EchoService.Refused.Count(refused => refused == text).ShouldBe(runtime.IsDaprd ? 4 : 1);
    }

    [Theory, EveryRuntime]
    public async Task A_call_to_an_app_nobody_knows_is_unavailable(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var caller = await runtime.StartAppAsync();

        var code = await CodeAsync(async () => await Echo(caller, out var headers, "nobody").OnceAsync(new(), headers, cancellationToken: Stop));

        code.ShouldBeOneOf(runtime.IsDaprd ? ["Unknown", "Internal", "Unavailable"] : ["Unavailable"]);
    }

    [Theory, EveryRuntime]
    public async Task A_resource_with_an_unknown_key_stops_the_start(RuntimeKind on)
    {
        var start = () => OwnRuntime.StartAsync(on, OwnRuntime.Component("s", "state.redis", "- {name: luckyNumber, value: \"7\"}"));
        if (on != RuntimeKind.Daprd)
        {
            (await Should.ThrowAsync<ResourceException>(start)).Message.ShouldContain("luckyNumber");
            return;
        }

        await using var runtime = await start();
        await using var app = await runtime.StartAppAsync();
        await app.Dapr.SaveStateAsync("s", "k", "v", cancellationToken: Stop);
    }

    [Theory, EveryRuntime]
    public async Task A_subscription_the_scopes_forbid_stops_its_app(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var start = () => runtime.StartAppAsync(new TestAppPlan { AppId = "guest" }.With("scoped", "sealed"));
        if (runtime.IsDaprd)
            await (await start()).DisposeAsync();
        else
            await Should.ThrowAsync<ResourceException>(start);
    }

    [Theory, EveryRuntime]
    public async Task Routing_rules_and_bulk_delivery_are_refused(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var plan = new TestAppPlan().With("events", TestAppPlan.UniqueTopic());
        plan.Subscriptions[0].Routes = new() { Rules = { new TopicRule { Match = "event.type == 'x'", Path = "/x" } } };
        if (runtime.IsDaprd)
            await (await runtime.StartAppAsync(plan)).DisposeAsync();
        else
            await Should.ThrowAsync<ResourceException>(() => runtime.StartAppAsync(plan));
    }

    [Theory, EveryRuntime]
    public async Task The_metadata_contentType_of_state_is_ignored(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var item = Item("k", """{ "b": 1.0, "a": 2 }""");
        item.Metadata["contentType"] = "application/json";

        await SaveAsync(app, item);

        var stored = (string?)await runtime.Redis.HashGetAsync($"{app.AppId}||k", "data");
        (stored == """{ "b": 1.0, "a": 2 }""").ShouldBe(!runtime.IsDaprd);
    }

    [Theory, EveryRuntime]
    public async Task A_publisher_cannot_forge_the_app_token(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));

        await app.Raw.PublishEventAsync(
            new() { PubsubName = "events", Topic = topic, Metadata = { { "dapr-api-token", "forged" } } }, app.Token, cancellationToken: Stop);

        var tokens = (await app.NextAsync()).Headers.GetAll("dapr-api-token").SelectMany(h => h.Value.Split(','));
        tokens.Contains("forged").ShouldBe(runtime.IsDaprd);
    }

    [Theory, EveryRuntime]
    public async Task All_replicas_of_an_app_share_one_sidecar(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var plan = new TestAppPlan();
        await using var first = await runtime.StartAppAsync(plan);
        await using var second = await runtime.StartAppAsync(plan);

        (first.Sidecar.GrpcEndpoint == second.Sidecar.GrpcEndpoint).ShouldBe(!runtime.IsDaprd);
    }

    [Theory, EveryRuntime]
    public async Task An_untraced_publication_has_no_trace(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));

        await app.Raw.PublishEventAsync(new() { PubsubName = "events", Topic = topic }, app.Token, cancellationToken: Stop);

        ((await app.NextAsync()).Event.Extensions.Fields["traceparent"].StringValue.Length > 0).ShouldBe(runtime.IsDaprd);
    }

    [Theory, EveryRuntime]
    public async Task A_stream_call_needs_no_mark(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var callee = await runtime.StartAppAsync();
        await using var caller = await runtime.StartAppAsync();

        using var down = Echo(caller, out var headers, callee.AppId).Down(new() { Text = "x", Number = 2 }, headers, cancellationToken: Stop);

        // Where no retry policy is set, daprd lets it pass as well.
        (await down.ResponseStream.ReadAllAsync(Stop).CountAsync(Stop)).ShouldBe(2);
    }

    [Theory, EveryRuntime]
    public async Task The_version_says_that_it_is_local(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var version = (await app.Raw.GetMetadataAsync(new(), app.Token, cancellationToken: Stop)).RuntimeVersion;

        version.EndsWith("-local", StringComparison.Ordinal).ShouldBe(!runtime.IsDaprd);
    }

    [Theory, EveryRuntime]
    public async Task On_garnet_topics_are_kept_in_process(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync();

        await app.Dapr.PublishEventAsync("events", topic, "x", Stop);

        (await runtime.Redis.KeyExistsAsync(topic)).ShouldBe(on != RuntimeKind.Garnet);
    }

    private static Echo.EchoClient Echo(TestApp caller, out Metadata headers, string callee)
    {
        headers = caller.Token;
        headers.Add("dapr-app-id", callee);
        return new(GrpcChannel.ForAddress(caller.Sidecar.GrpcEndpoint));
    }

    [GeneratedRegex("^\\| `(\\w+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
