using Backoffice.LocalDapr.Resources;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>How pubsub.redis stores and consumes; the defaults are daprd's.</summary>
/// <param name="MaxLength">How many messages a topic keeps; 0 keeps all.</param>
/// <param name="KeepFor">How long a topic keeps a message where no length is set; 0 keeps it for ever.</param>
internal sealed record PubSubSettings(
    int QueueDepth, int Workers, TimeSpan ProcessingTimeout, TimeSpan RedeliverInterval, int MaxLength, TimeSpan KeepFor)
{
    public bool Redelivers => ProcessingTimeout > TimeSpan.Zero && RedeliverInterval > TimeSpan.Zero;

    public static PubSubSettings From(ComponentSpec component, bool strict) => new(
        component.Number("queueDepth", 100),
        component.Number("concurrency", 10),
        component.Time("processingTimeout", TimeSpan.FromSeconds(60)),
        Interval(component, strict),
        component.Number("maxLenApprox", 0),
        component.Time("streamTTL", TimeSpan.Zero));

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
