using System.Diagnostics;
using Backoffice.LocalDapr.Tests.Harness;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Entry = Dapr.Client.Autogen.Grpc.v1.BulkPublishRequestEntry;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests.PubSub;

public sealed class DeliveryTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task An_event_of_one_app_reaches_every_app_that_subscribes(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var first = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        await using var second = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));

        await first.Dapr.PublishEventAsync("events", topic, new { number = 7 }, Stop);

        foreach (var app in (TestApp[])[first, second])
        {
            var received = await app.NextAsync();
            received.Text.ShouldBe("""{"number":7}""");
            received.Event.Source.ShouldBe(first.AppId);
        }
    }

    [Theory, EveryRuntime]
    public async Task A_delivery_carries_the_app_token_the_metadata_and_the_trace(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        var headers = app.Token;
        headers.Add("traceparent", $"00-{trace}-b7ad6b7169203331-01");

        await app.Raw.PublishEventAsync(
            new() { PubsubName = "events", Topic = topic, Metadata = { { "desk", "five" }, { "dapr-api-token", "forged" } } }, headers, cancellationToken: Stop);

        var received = await app.NextAsync();
        received.Headers.GetAll("dapr-api-token").Select(h => h.Value).ShouldContain(app.Sidecar.AppToken);
        received.Headers.GetValue("desk").ShouldBe("five");
        received.Headers.GetValue("pubsubname").ShouldBe("events");
        received.Headers.GetValue("traceparent").ShouldNotBeNull().ShouldContain(trace);
    }

    [Theory, EveryRuntime]
    public async Task The_activity_of_the_publisher_is_the_trace_of_the_handler(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        using var activity = new Activity("publish").Start();

        await app.Dapr.PublishEventAsync("events", topic, "x", Stop);

        (await app.NextAsync()).Headers.GetValue("traceparent").ShouldNotBeNull().ShouldContain(activity.TraceId.ToHexString());
    }

    // What an app answers, whether there is a retry policy (events: two retries; fragile: none) and a dead letter topic: how often it
    // is asked, and what becomes of the event. In no case does the event stay pending.
    [Theory]
    [EveryRuntime("events", "success", true, 1, "handled")]
    [EveryRuntime("events", "drop", true, 1, "dead letter")]
    [EveryRuntime("events", "drop", false, 1, "lost")]
    [EveryRuntime("events", "retry", true, 3, "dead letter")]
    [EveryRuntime("events", "retry", false, 3, "lost")]
    [EveryRuntime("events", "throw", true, 3, "dead letter")]
    [EveryRuntime("events", "throw", false, 3, "lost")]
    [EveryRuntime("events", "unimplemented", true, 1, "lost")]
    [EveryRuntime("events", "retry once", true, 2, "handled")]
    [EveryRuntime("fragile", "retry", true, 1, "dead letter")]
    [EveryRuntime("fragile", "retry", false, 1, "lost")]
    [EveryRuntime("fragile", "throw", true, 1, "dead letter")]
    [EveryRuntime("fragile", "drop", true, 1, "dead letter")]
    [EveryRuntime("fragile", "unimplemented", true, 1, "lost")]
    [EveryRuntime("hasty", "hang", true, 3, "dead letter")]
    public async Task The_answer_the_policy_and_the_dead_letter_topic_decide(
        RuntimeKind on, string pubsub, string answer, bool deadLetter, int attempts, string fate)
    {
        var runtime = await runtimes.GetAsync(on);
        var (topic, dead) = (TestAppPlan.UniqueTopic(), TestAppPlan.UniqueTopic());
        await using var undertaker = await runtime.StartAppAsync(new TestAppPlan().With(pubsub, dead));
        await using var app = await runtime.StartAppAsync(
            (new TestAppPlan { Handler = Handler(answer) }).With(pubsub, topic, deadLetter ? dead : ""));

        await app.Dapr.PublishEventAsync(pubsub, topic, "x", new Dictionary<string, string> { ["cloudevent.id"] = "the-one", ["kept"] = "yes" }, Stop);

        for (var i = 0; i < attempts; i++)
            (await app.NextAsync()).Event.Id.ShouldBe("the-one");

        if (fate == "dead letter")
        {
            var letter = await undertaker.NextAsync();
            (letter.Event.Id, letter.Event.Topic, letter.Event.Extensions.Fields["topic"].StringValue).ShouldBe(("the-one", dead, topic));
            letter.Headers.GetValue("kept").ShouldBe("yes");
        }

        await SettledAsync(runtime, app, topic);
        app.Deliveries.TryRead(out _).ShouldBeFalse();
        undertaker.Deliveries.TryRead(out _).ShouldBeFalse();
    }

    [Theory, EveryRuntime]
    public async Task What_is_no_event_goes_to_the_dead_letter_topic(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var (topic, dead) = (TestAppPlan.UniqueTopic(), TestAppPlan.UniqueTopic());
        await using var undertaker = await runtime.StartAppAsync(new TestAppPlan().With("events", dead, raw: true));
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic, dead));

        await app.Dapr.PublishByteEventAsync("events", topic, "no event"u8.ToArray(), "text/plain", new() { ["rawPayload"] = "true" }, Stop);

        (await undertaker.NextAsync()).Text.ShouldBe("no event");
        app.Deliveries.TryRead(out _).ShouldBeFalse();
    }

    [Theory, EveryRuntime]
    public async Task A_new_subscriber_gets_everything_the_topic_still_holds(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var publisher = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        for (var i = 0; i < 5; i++)
            await publisher.Dapr.PublishEventAsync("events", topic, i, Stop);
        for (var i = 0; i < 5; i++)
            await publisher.NextAsync();

        await using var newcomer = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));

        var texts = new List<string>();
        for (var i = 0; i < 5; i++)
            texts.Add((await newcomer.NextAsync()).Text);
        texts.ShouldBe(["0", "1", "2", "3", "4"], ignoreOrder: true);
    }

    [Theory, EveryRuntime]
    public async Task A_handler_slower_than_the_processing_timeout_gets_the_message_a_second_time_meanwhile(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        var finish = new TaskCompletionSource<Verdict>();
        await using var app = await runtime.StartAppAsync(new TestAppPlan { Handler = (_, _) => finish.Task }.With("impatient", topic));

        await app.Dapr.PublishEventAsync("impatient", topic, "slow", new Dictionary<string, string> { ["cloudevent.id"] = "twice" }, Stop);
        var ids = new[] { (await app.NextAsync()).Event.Id, (await app.NextAsync()).Event.Id };
        finish.SetResult(Verdict.Success);

        ids.ShouldBe(["twice", "twice"]);
        await SettledAsync(runtime, app, topic);
    }

    [Theory, EveryRuntime]
    public async Task A_message_given_up_does_not_come_again_when_its_processing_time_is_over(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        var finish = new TaskCompletionSource<Verdict>();
        await using var app = await runtime.StartAppAsync(new TestAppPlan
        {
            Handler = (request, _) => request.Data.ToStringUtf8() == "\"failing\"" ? Task.FromResult(Verdict.Retry) : finish.Task,
        }.With("impatient", topic));

        await app.Dapr.PublishEventAsync("impatient", topic, "failing", Stop);
        (await app.NextAsync()).Text.ShouldBe("\"failing\"");
        await app.Dapr.PublishEventAsync("impatient", topic, "hanging", Stop);

        // The second message is taken back twice before anybody finishes it: time enough for the first to come as well.
        for (var i = 0; i < 3; i++)
            (await app.NextAsync()).Text.ShouldBe("\"hanging\"");
        finish.SetResult(Verdict.Success);
    }

    [Theory, EveryRuntime]
    public async Task Bulk_publication_delivers_each_entry(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));

        var reply = await app.Dapr.BulkPublishEventAsync("events", topic, ["a", "b", "c"], cancellationToken: Stop);

        reply.FailedEntries.ShouldBeEmpty();
        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
            texts.Add((await app.NextAsync()).Text);
        texts.ShouldBe(["\"a\"", "\"b\"", "\"c\""], ignoreOrder: true);
    }

    [Theory, EveryRuntime]
    public async Task Bulk_entries_need_ids_that_differ(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () => await app.Raw.BulkPublishEventAsync(
            new() { PubsubName = "events", Topic = "t", Entries = { new Entry { EntryId = "1" }, new Entry { EntryId = "1" } } },
            app.Token,
            cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    /// <summary>Waits until nothing of the topic is pending for the app. In-process topics show it by delivering the next event.</summary>
    internal static async Task SettledAsync(RuntimeUnderTest runtime, TestApp app, string topic)
    {
        if (runtime.HasStreams)
            await Eventually.BecomesTrueAsync("nothing is pending", async () => (await runtime.Redis.StreamPendingAsync(topic, app.AppId)).PendingMessageCount == 0);
    }

    private static Func<TopicEventRequest, CancellationToken, Task<Verdict>> Handler(string answer)
    {
        var first = 1;
        return async (_, stop) => answer switch
        {
            "success" => Verdict.Success,
            "drop" => Verdict.Drop,
            "retry once" => Interlocked.Exchange(ref first, 0) == 1 ? Verdict.Retry : Verdict.Success,
            "retry" => Verdict.Retry,
            "unimplemented" => throw new RpcException(new(StatusCode.Unimplemented, "not mine")),
            "hang" => await HangAsync(stop),
            _ => throw new RpcException(new(StatusCode.Internal, "broken")),
        };
    }

    private static async Task<Verdict> HangAsync(CancellationToken stop)
    {
        var cancelled = new TaskCompletionSource<Verdict>();
        await using var registration = stop.Register(() => cancelled.TrySetCanceled(stop));
        return await cancelled.Task;
    }
}
