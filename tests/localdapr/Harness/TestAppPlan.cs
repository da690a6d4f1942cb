using Dapr.AppCallback.Autogen.Grpc.v1;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>What an app subscribes to and how it answers. Names are unique, because all cases share one Redis.</summary>
public sealed record TestAppPlan
{
    private static int _count;

    public string AppId { get; init; } = $"app-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";

    public IReadOnlyList<TopicSubscription> Subscriptions { get; init; } = [];

    /// <summary>Called once per delivery attempt.</summary>
    public Func<TopicEventRequest, CancellationToken, Task<Verdict>> Handler { get; init; } = (_, _) => Task.FromResult(Verdict.Success);

    public bool ImplementsCallbacks { get; init; } = true;

    public bool ImplementsHealth { get; init; } = true;

    public bool Attach { get; init; } = true;

    public static string UniqueTopic() => $"topic-{Guid.NewGuid():N}";

    public TestAppPlan With(string pubsub, string topic, string deadLetterTopic = "", bool raw = false) => this with
    {
        Subscriptions =
        [
            .. Subscriptions,
            new TopicSubscription { PubsubName = pubsub, Topic = topic, DeadLetterTopic = deadLetterTopic, Metadata = { { "rawPayload", raw ? "true" : "false" } } },
        ],
    };

    public TestAppPlan Answering(params Verdict[] verdicts)
    {
        var next = -1;
        return this with { Handler = (_, _) => Task.FromResult(verdicts[Math.Min(Interlocked.Increment(ref next), verdicts.Length - 1)]) };
    }
}
