using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using static Backoffice.LocalDapr.Tests.Harness.OwnRuntime;
using static Backoffice.LocalDapr.Tests.Harness.StateCalls;
using Concurrency = Dapr.Client.Autogen.Grpc.v1.StateOptions.Types.StateConcurrency;

namespace Backoffice.LocalDapr.Tests.Strict;

/// <summary>Each trap is refused in strict mode with a sentence that names it, and let through without.</summary>
public sealed class StrictModeTests(StrictModeTests.Both both) : IClassFixture<StrictModeTests.Both>
{
    private const string Json = "application/json";
    private const string Event = "application/cloudevents+json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<TestApp, Task>, string> Traps => new()
    {
        { "bulk save", app => SaveAsync(app, Item("a", "v", "-1"), Item("b", "v", "-1")), "SaveBulkStateAsync" },
        { "first-write without etag", app => SaveAsync(app, Item("f", "v", concurrency: Concurrency.ConcurrencyFirstWrite)), "first-write" },
        { "save without etag", app => SaveAsync(app, Item("n", "v")), "needs an etag" },
        { "content type of state", app => SaveAsync(app, With(Item("c", "v", "-1"), i => i.Metadata["contentType"] = "application/json")), "contentType" },
        { "large state", app => SaveAsync(app, With(Item("l", "", "-1"), i => i.Value = ByteString.CopyFrom(new byte[(1 << 20) + 1]))), "1 MB" },
        { "etag in a transaction", app => TransactAsync(app, Item("t1", "v"), Item("t2", "v", "0")), "does not roll back" },
        { "raw payload", app => PublishAsync(app, Json, "{}", ("rawPayload", "true")), "raw payload" },
        { "other content", app => PublishAsync(app, "application/x-protobuf", "x"), "application/x-protobuf" },
        { "text", app => PublishAsync(app, "", "x"), "does not arrive unchanged" },
        { "event without id", app => PublishAsync(app, Json, "{}"), "an id of its own" },
        { "cloud event without id", app => PublishAsync(app, Event, "{}"), "an id of its own" },
        { "large integer", app => PublishAsync(app, Json, """{"a":[{"n":9007199254740993}]}""", ("cloudevent.id", "1")), "2^53" },
        { "huge integer", app => PublishAsync(app, Json, "123456789012345678901234567890", ("cloudevent.id", "1")), "2^53" },
        { "negative integer", app => PublishAsync(app, Event, """{"id":"1","data":-9007199254740993}"""), "2^53" },
        { "no json", app => PublishAsync(app, Json, "{oops", ("cloudevent.id", "1")), "not the JSON" },
    };

    [Theory, MemberData(nameof(Traps))]
    public async Task A_trap_is_refused_in_strict_mode_only(string what, Func<TestApp, Task> spring, string message)
    {
        var refused = await Should.ThrowAsync<RpcException>(() => spring(both.Strict), what);

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refused.Status.Detail.ShouldContain(message);
        refused.Status.Detail.ShouldStartWith("Refused by strict mode");
        await spring(both.Lenient);
    }

    [Fact]
    public async Task What_the_rules_ask_for_is_let_through()
    {
        var app = both.Strict;

        await SaveAsync(app, Item("ok", "v", "-1"));
        await SaveAsync(app, Item("ok", "v", "1"));
        await SaveAsync(app, Item("cache", "v", concurrency: Concurrency.ConcurrencyLastWrite));
        await TransactAsync(app, Item("x", "v"), Item("y", "v"));
        await TransactAsync(app, Item("ok", "v", "2"));
        await PublishAsync(app, Json, """{"n":9007199254740991,"f":1.5,"s":"9007199254740993"}""", ("cloudevent.id", "1"));
        await PublishAsync(app, "application/octet-stream", "bytes", ("cloudevent.id", "2"));
        await PublishAsync(app, Event, """{"id":"3","source":"s","type":"t","datacontenttype":"application/json","data":{}}""");
        await PublishAsync(app, "", "", ("cloudevent.id", "4"));
    }

    [Theory]
    [InlineData("events", "", "no dead letter topic")]
    [InlineData("fragile", "dead", "no inbound retry policy")]
    public async Task A_subscription_that_can_lose_events_stops_its_app(string pubsub, string deadLetterTopic, string message)
    {
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = both.Resources, Strict = true });

        var refused = await Should.ThrowAsync<ResourceException>(() => runtime.StartAppAsync(new TestAppPlan().With(pubsub, "t", deadLetterTopic)));

        refused.Message.ShouldContain(message);
    }

    [Fact]
    public async Task The_consumer_of_a_dead_letter_topic_needs_no_further_one()
    {
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = both.Resources, Strict = true });

        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", "t", "t.dead").With("events", "t.dead"));
        await using var other = await runtime.StartAppAsync(new TestAppPlan().With("events", "t.dead"));
    }

    [Fact]
    public async Task A_stream_that_can_lose_events_is_refused()
    {
        using var call = both.Strict.Raw.SubscribeTopicEventsAlpha1(both.Strict.Token, cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new() { InitialRequest = new() { PubsubName = "events", Topic = "t" } }, Stop);

        var refused = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Stop));

        refused.Status.Detail.ShouldContain("no dead letter topic");
    }

    [Theory]
    [InlineData("state.redis", "", "'keyPrefix' is missing")]
    [InlineData("lock.redis", "", "'keyPrefix' is missing")]
    [InlineData("state.redis", "- {name: keyPrefix, value: name}\n    - {name: writeTimeout, value: 5s}", "twice")]
    [InlineData("pubsub.redis", "- {name: redeliverInterval, value: 30s}", "bare milliseconds")]
    public async Task A_component_with_a_trap_stops_the_start(string type, string metadata, string message)
    {
        var refused = await Should.ThrowAsync<ResourceException>(() => StartAsync(RuntimeKind.Garnet, Component("c", type, metadata), strict: true));

        refused.Message.ShouldContain(message);
    }

    private static StateItem With(StateItem item, Action<StateItem> change)
    {
        change(item);
        return item;
    }

    private static async Task TransactAsync(TestApp app, params StateItem[] items) => await app.Raw.ExecuteStateTransactionAsync(
        new() { StoreName = "state", Operations = { items.Select(i => new TransactionalStateOperation { OperationType = "upsert", Request = i }) } },
        app.Token,
        cancellationToken: Stop);

    private static async Task PublishAsync(TestApp app, string contentType, string data, params (string Key, string Value)[] metadata) =>
        await app.Raw.PublishEventAsync(
        new()
        {
            PubsubName = "events",
            Topic = "strict",
            DataContentType = contentType,
            Data = ByteString.CopyFromUtf8(data),
            Metadata = { metadata.ToDictionary(m => m.Key, m => m.Value) },
        },
        app.Token,
        cancellationToken: Stop);

    /// <summary>One app under a strict and one under an ordinary runtime.</summary>
    public sealed class Both : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();
        private readonly List<IAsyncDisposable> _started = [];

        internal string Resources => _folder.Path;

        internal TestApp Strict { get; private set; } = null!;

        internal TestApp Lenient { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var state = Component("state", "state.redis", "- {name: keyPrefix, value: name}");
            _folder.Write("components.yaml", state + Component("events", "pubsub.redis") + Component("fragile", "pubsub.redis"));
            _folder.Write("resiliency.yaml", """
                kind: Resiliency
                spec:
                  policies: {retries: {r: {duration: 20ms}}}
                  targets: {components: {events: {inbound: {retry: r}}}}
                """);
            Strict = await StartAppAsync(strict: true);
            Lenient = await StartAppAsync(strict: false);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var started in Enumerable.Reverse(_started))
                await started.DisposeAsync();

            _folder.Dispose();
        }

        private async Task<TestApp> StartAppAsync(bool strict)
        {
            var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = _folder.Path, Strict = strict });
            _started.Add(runtime);
            var app = await runtime.StartAppAsync();
            _started.Add(app);
            return app;
        }
    }
}
