using Backoffice.LocalDapr.Resources;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>How pubsub.redis stores and consumes; the defaults are daprd's.</summary>
/// <param name="ConsumerId">The name of an app's group, in which {appID} and {namespace} stand for the app's.</param>
/// <param name="MaxLength">How many messages a topic keeps; 0 keeps all.</param>
/// <param name="KeepFor">How long a topic keeps a message where no length is set; 0 keeps it for ever.</param>
internal sealed record PubSubSettings(
    string ConsumerId, int QueueDepth, int Workers, TimeSpan ProcessingTimeout, TimeSpan RedeliverInterval, int MaxLength, TimeSpan KeepFor)
{
    public bool Redelivers => ProcessingTimeout > TimeSpan.Zero && RedeliverInterval > TimeSpan.Zero;

    public static PubSubSettings From(ComponentSpec component, bool strict) => new(
        Consumer(component),
        component.Positive("queueDepth", 100),
        component.Positive("concurrency", 10),
        component.Time("processingTimeout", TimeSpan.FromSeconds(60)),
        Interval(component, strict),
        component.Number("maxLenApprox", 0),
        component.Time("streamTTL", TimeSpan.Zero));

    private static string Consumer(ComponentSpec component)
    {
        var id = component.Text("consumerID") ?? "{appID}";
        return id.Replace("{appID}", "", StringComparison.Ordinal).Replace("{namespace}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal)
            ? throw component.Refuse("consumerID", "may contain {appID} and {namespace}; the local runtime knows no other place-holder.")
            : id;
    }

    /// <summary>daprd reads this key as bare milliseconds and drops "30s" without a word.</summary>
    private static TimeSpan Interval(ComponentSpec component, bool strict)
    {
        var fallback = TimeSpan.FromSeconds(15);
        if (component.Text("redeliverInterval") is not { } text)
            return fallback;

        if (GoDuration.TryParseMilliseconds(text, out var interval))
            return interval;

        return strict ? throw component.Refuse("redeliverInterval", $"must be bare milliseconds: Dapr ignores '{text}'.") : fallback;
    }
}
