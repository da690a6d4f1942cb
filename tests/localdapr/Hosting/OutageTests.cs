using System.Diagnostics;
using Backoffice.LocalDapr.Tests.Harness;
using Google.Protobuf;
using StackExchange.Redis;
using static Backoffice.LocalDapr.Tests.Harness.StateCalls;
using Operation = Dapr.Client.Autogen.Grpc.v1.TransactionalStateOperation;

namespace Backoffice.LocalDapr.Tests.Hosting;

/// <summary>Redis goes away, and comes back.</summary>
public sealed class OutageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_redis_is_down_calls_fail_with_the_codes_of_daprd()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address);
        await using var app = await runtime.StartAppAsync();
        await app.Dapr.SaveStateAsync("state", "k", "v", cancellationToken: Stop);
        await redis.KillAsync();

        // Side by side, because each waits for the client's time limit.
        var codes = await Task.WhenAll(
            CodeAsync(async () => await app.Raw.GetStateAsync(new() { StoreName = "state", Key = "k" }, app.Token, cancellationToken: Stop)),
            CodeAsync(() => SaveAsync(app, Item("k", "v"))),
            CodeAsync(() => SaveAsync(app, Item("k", "v", etag: "1"))),
            CodeAsync(async () => await app.Raw.DeleteStateAsync(new() { StoreName = "state", Key = "k" }, app.Token, cancellationToken: Stop)),
            CodeAsync(async () => await app.Raw.ExecuteStateTransactionAsync(
                new() { StoreName = "state", Operations = { new Operation { OperationType = "upsert", Request = Item("k", "v") } } },
                app.Token,
                cancellationToken: Stop)),
            CodeAsync(async () => await app.Raw.PublishEventAsync(new() { PubsubName = "events", Topic = "t" }, app.Token, cancellationToken: Stop)),
            CodeAsync(async () => await app.Raw.TryLockAlpha1Async(
                new() { StoreName = "locks", ResourceId = "r", LockOwner = "o", ExpiryInSeconds = 5 }, app.Token, cancellationToken: Stop)));

        // An outage looks like a lost race wherever an etag is involved, and for every delete.
        codes.ShouldBe(["Internal", "Internal", "Aborted", "Aborted", "Internal", "Internal", "Internal"]);
        (await app.Dapr.TrySaveStateAsync("state", "k", "v", "1", cancellationToken: Stop)).ShouldBeFalse();
        await redis.RestartAsync();
    }

    [Fact]
    public async Task After_redis_comes_back_empty_state_and_events_flow_again()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        await app.Dapr.PublishEventAsync("events", topic, "before", Stop);
        (await app.NextAsync()).Text.ShouldBe("\"before\"");

        await redis.KillAsync();
        await redis.RestartAsync();
        await Eventually.BecomesTrueAsync("the runtime is connected again", async () =>
            await CodeAsync(async () => await app.Raw.PublishEventAsync(
                new() { PubsubName = "events", Topic = topic, Data = ByteString.CopyFromUtf8("after") }, app.Token, cancellationToken: Stop)) == "ok");

        (await app.NextAsync()).Text.ShouldBe("after");
        await app.Dapr.SaveStateAsync("state", "k", "v", cancellationToken: Stop);
    }

    [Fact]
    public async Task A_runtime_stops_although_redis_is_gone()
    {
        await using var redis = await RedisProcess.StartAsync();
        var runtime = await LocalUnderTest.OnRedisAsync(redis.Address);
        var app = await runtime.StartAppAsync(new TestAppPlan().With("events", TestAppPlan.UniqueTopic()));
        await redis.KillAsync();

        var started = Stopwatch.GetTimestamp();
        await app.DisposeAsync();
        await runtime.DisposeAsync();

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
        await redis.RestartAsync();
    }

    [Fact]
    public async Task A_deleted_consumer_group_is_made_again()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        await app.Dapr.PublishEventAsync("events", topic, "one", Stop);
        await app.NextAsync();

        await runtime.Redis.StreamDeleteConsumerGroupAsync(topic, app.AppId);
        await app.Dapr.PublishEventAsync("events", topic, "two", Stop);

        // The new group starts from the beginning, as a new subscriber does; what is read together is delivered side by side.
        new[] { (await app.NextAsync()).Text, (await app.NextAsync()).Text }.ShouldBe(["\"one\"", "\"two\""], ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_pending_for_a_consumer_that_died_is_taken_over()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address);
        var topic = TestAppPlan.UniqueTopic();
        var plan = new TestAppPlan().With("impatient", topic);
        await runtime.Redis.StreamCreateConsumerGroupAsync(topic, plan.AppId, "0");
        await runtime.Redis.StreamAddAsync(topic, "data", """{"id":"orphan","datacontenttype":"text/plain","data":"mine now"}""");
        (await runtime.Redis.StreamReadGroupAsync(topic, plan.AppId, plan.AppId, ">")).Length.ShouldBe(1);

        await using var app = await runtime.StartAppAsync(plan);

        (await app.NextAsync()).Text.ShouldBe("mine now");
        await PubSub.DeliveryTests.SettledAsync(runtime, app, topic);
    }

    [Fact]
    public async Task A_pending_message_that_was_trimmed_away_is_forgotten()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address);
        var topic = TestAppPlan.UniqueTopic();
        var plan = new TestAppPlan().With("impatient", topic);
        await runtime.Redis.StreamCreateConsumerGroupAsync(topic, plan.AppId, "0");
        await runtime.Redis.StreamAddAsync(topic, "data", "{}");
        await runtime.Redis.StreamReadGroupAsync(topic, plan.AppId, plan.AppId, ">");
        await runtime.Redis.StreamTrimAsync(topic, 0);

        await using var app = await runtime.StartAppAsync(plan);

        await PubSub.DeliveryTests.SettledAsync(runtime, app, topic);
        app.Deliveries.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_length_limit_trims_the_stream()
    {
        await using var redis = await RedisProcess.StartAsync();
        using var folder = TempFolder.With(OwnRuntime.Component("p", "pubsub.redis", "- {name: maxLenApprox, value: \"100\"}"));
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address, change: o => o with { ResourcesPath = folder.Path });
        await using var app = await runtime.StartAppAsync();

        for (var i = 0; i < 500; i++)
            await app.Dapr.PublishEventAsync("p", "long", i, Stop);

        (await runtime.Redis.StreamLengthAsync("long")).ShouldBeInRange(100, 300);
    }

    [Fact]
    public async Task A_namespaced_consumer_id_prefixes_the_topic_and_names_the_group()
    {
        await using var redis = await RedisProcess.StartAsync();
        using var folder = TempFolder.With(OwnRuntime.Component("p", "pubsub.redis", "- {name: consumerID, value: \"{namespace}-{appID}\"}"));
        await using var runtime = await LocalUnderTest.OnRedisAsync(redis.Address, change: o => o with { ResourcesPath = folder.Path });
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("p", "news"));

        await app.Dapr.PublishEventAsync("p", "news", "x", Stop);

        (await app.NextAsync()).Event.Topic.ShouldBe("news");
        (await runtime.Redis.StreamGroupInfoAsync("officenews")).Single().Name.ShouldBe($"office-{app.AppId}");
    }
}
