using Backoffice.LocalDapr.Resources;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>How pubsub.redis consumes; the defaults are daprd's.</summary>
internal sealed record ConsumerSettings(int QueueDepth, int Workers, TimeSpan ProcessingTimeout, TimeSpan RedeliverInterval)
{
    public bool Redelivers => ProcessingTimeout > TimeSpan.Zero && RedeliverInterval > TimeSpan.Zero;

    public static ConsumerSettings From(ComponentSpec component, bool strict) => new(
        component.Number("queueDepth", 100),
        component.Number("concurrency", 10),
        component.Time("processingTimeout", TimeSpan.FromSeconds(60)),
        Interval(component, strict));

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
