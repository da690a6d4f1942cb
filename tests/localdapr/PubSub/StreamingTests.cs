using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests.PubSub;

public sealed class StreamingTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task A_stream_begins_with_its_acceptance_and_then_brings_what_was_there_and_what_comes(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync();
        await app.Dapr.PublishEventAsync("events", topic, "before", Stop);

        await using var stream = await Stream.OpenAsync(app, topic);
        (await stream.NextAsync(Verdict.Success)).ShouldBe("\"before\"");
        await app.Dapr.PublishEventAsync("events", topic, "after", Stop);
        (await stream.NextAsync(Verdict.Success)).ShouldBe("\"after\"");

        await DeliveryTests.SettledAsync(runtime, app, topic);
    }

    [Theory, EveryRuntime]
    public async Task A_retried_event_comes_again_and_a_dropped_one_goes_to_the_dead_letter_topic(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var (topic, dead) = (TestAppPlan.UniqueTopic(), TestAppPlan.UniqueTopic());
        await using var app = await runtime.StartAppAsync();
        await using var letters = await Stream.OpenAsync(app, dead);
        await using var stream = await Stream.OpenAsync(app, topic, dead);

        await app.Dapr.PublishEventAsync("events", topic, "x", Stop);

        (await stream.NextAsync(Verdict.Retry)).ShouldBe("\"x\"");
        (await stream.NextAsync(Verdict.Drop)).ShouldBe("\"x\"");
        (await letters.NextAsync(Verdict.Success)).ShouldBe("\"x\"");
    }

    [Theory, EveryRuntime]
    public async Task Two_streams_of_one_app_share_a_topic(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync();
        await using var first = await Stream.OpenAsync(app, topic);
        await using var second = await Stream.OpenAsync(app, topic);

        var texts = new List<string>();
        for (var i = 0; i < 8; i++)
            await app.Dapr.PublishEventAsync("events", topic, i, Stop);
        var (ones, twos) = (first.AllAsync(texts), second.AllAsync(texts));
        await Eventually.BecomesTrueAsync("all events have come", () => texts.Count == 8);

        (first.Count > 0, second.Count > 0).ShouldBe((true, true));
        texts.ToArray().ShouldBe(Enumerable.Range(0, 8).Select(i => $"{i}"), ignoreOrder: true);
        await first.CloseAsync();
        await second.CloseAsync();
        await Task.WhenAll(ones, twos);
    }

    [Theory, EveryRuntime]
    public async Task Metadata_shows_a_stream_while_it_is_open(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync();
        await using var stream = await Stream.OpenAsync(app, topic);

        (await SubscriptionsAsync(app)).ShouldContain(s => s.Topic == topic && s.Type == PubsubSubscriptionType.Streaming);
        await stream.CloseAsync();

        await Eventually.BecomesTrueAsync("the stream is gone", async () => !(await SubscriptionsAsync(app)).Any());
    }

    [Theory]
    [EveryRuntime("scoped", "guarded", StatusCode.PermissionDenied)]
    [EveryRuntime("nowhere", "t", StatusCode.InvalidArgument)]
    public async Task A_stream_of_a_forbidden_or_unknown_topic_is_refused(RuntimeKind on, string pubsub, string topic, StatusCode code)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync(new TestAppPlan { AppId = "guest" });

        var refused = await Should.ThrowAsync<RpcException>(() => Stream.OpenAsync(app, topic, pubsub: pubsub));

        refused.StatusCode.ShouldBe(code);
    }

    private static async Task<IEnumerable<PubsubSubscription>> SubscriptionsAsync(TestApp app) =>
        (await app.Raw.GetMetadataAsync(new(), app.Token, cancellationToken: Stop)).Subscriptions;

    internal sealed class Stream : IAsyncDisposable
    {
        private readonly AsyncDuplexStreamingCall<SubscribeTopicEventsRequestAlpha1, SubscribeTopicEventsResponseAlpha1> _call;

        private Stream(AsyncDuplexStreamingCall<SubscribeTopicEventsRequestAlpha1, SubscribeTopicEventsResponseAlpha1> call) => _call = call;

        public int Count { get; private set; }

        public static async Task<Stream> OpenAsync(TestApp app, string topic, string deadLetterTopic = "", string pubsub = "events")
        {
            var stream = new Stream(app.Raw.SubscribeTopicEventsAlpha1(app.Token, cancellationToken: Stop));
            await stream._call.RequestStream.WriteAsync(
                new() { InitialRequest = new() { PubsubName = pubsub, Topic = topic, DeadLetterTopic = deadLetterTopic } }, Stop);
            (await stream._call.ResponseStream.MoveNext(Stop)).ShouldBeTrue();
            stream._call.ResponseStream.Current.EventMessage.ShouldBeNull();
            return stream;
        }

        /// <summary>Takes the next event; without a verdict it stays in flight.</summary>
        public async Task<string> NextAsync(Verdict? verdict)
        {
            (await _call.ResponseStream.MoveNext(Stop)).ShouldBeTrue();
            var request = _call.ResponseStream.Current.EventMessage;
            if (verdict is { } given)
                await _call.RequestStream.WriteAsync(new() { EventProcessed = new() { Id = request.Id, Status = new() { Status = given } } }, Stop);

            return request.Data.ToStringUtf8();
        }

        public async Task AllAsync(List<string> texts)
        {
            while (await _call.ResponseStream.MoveNext(Stop))
            {
                var request = _call.ResponseStream.Current.EventMessage;
                Count++;
                lock (texts)
                    texts.Add(request.Data.ToStringUtf8());

                await _call.RequestStream.WriteAsync(new() { EventProcessed = new() { Id = request.Id, Status = new() { Status = Verdict.Success } } }, Stop);
            }
        }

        public Task CloseAsync() => _call.RequestStream.CompleteAsync();

        public ValueTask DisposeAsync()
        {
            _call.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
