namespace Backoffice.Platform.Telemetry;

/// <summary>How a metric is kept, and so what may be asked of it.</summary>
public enum MetricKind
{
    /// <summary>How it is now. Replicas read the same store: take the largest, never the sum.</summary>
    Gauge,

    /// <summary>How often since the process began; replicas add up.</summary>
    Counter,

    /// <summary>How long, spread over buckets; replicas add up.</summary>
    Histogram,
}

/// <summary>One metric of the suite's own, by its OpenTelemetry name.</summary>
/// <param name="Unit">Seconds as `s`; what is counted in braces.</param>
/// <param name="Labels">What tells its series apart, besides what the scraping adds.</param>
public sealed record Metric(string Name, MetricKind Kind, string Unit, string Meaning, params IReadOnlyList<string> Labels)
{
    /// <summary>The name in Prometheus, without what a histogram adds for its buckets.</summary>
    public string PrometheusName
    {
        get
        {
            var name = Name.Replace('.', '_') + (Unit == "s" ? "_seconds" : "");
            return Kind == MetricKind.Counter ? name + "_total" : name;
        }
    }
}

/// <summary>
/// Every metric the suite tells besides those of the runtime and of HTTP: the one list that instruments, rules, panels and
/// docs/operations/metrics.md are held against.
/// </summary>
public static class Metrics
{
    public const string Service = "backoffice.service";
    public const string Source = "backoffice.source";
    public const string ShownBy = "backoffice.shown_by";
    public const string Procedure = "backoffice.procedure";
    public const string Step = "backoffice.step";
    public const string RpcSystem = "rpc.system.name";
    public const string RpcMethod = "rpc.method";
    public const string RpcStatus = "rpc.response.status_code";

    public static Metric Calls { get; } = new("rpc.server.call.duration", MetricKind.Histogram, "s", "How long an rpc took and how it ended, by its gRPC status.", RpcSystem, RpcMethod, RpcStatus);

    public static Metric EventsLag { get; } = new("backoffice.events.lag", MetricKind.Gauge, "{event}", "Events of a source that the service has not applied.", Service, Source);

    public static Metric EventsDelay { get; } = new("backoffice.events.delay", MetricKind.Gauge, "s", "Age of the oldest event of a source that the service has not applied; 0 when all are.", Service, Source);

    public static Metric GapsHealed { get; } = new("backoffice.events.gaps_healed", MetricKind.Counter, "{gap}", "Gaps in what pub/sub brought that were read from the source.", Service, Source, ShownBy);

    public static Metric DeadLetters { get; } = new("backoffice.events.dead_letters", MetricKind.Gauge, "{event}", "Events of a source that could not be applied and are set aside.", Service, Source);

    public static Metric StreamLength { get; } = new("backoffice.events.stream_length", MetricKind.Gauge, "{message}", "Messages in the Redis Stream of the service's own events; not told where Redis has no streams.", Service);

    public static Metric RelayBacklog { get; } = new("backoffice.relay.backlog", MetricKind.Gauge, "{event}", "Own events recorded and not yet handed to pub/sub.", Service);

    public static Metric StoreWait { get; } = new("backoffice.store.wait", MetricKind.Histogram, "s", "How long a writer waited for its turn at the store.", Service);

    public static Metric InboxLatency { get; } = new("backoffice.inbox.latency", MetricKind.Histogram, "s", "From a step recorded in its service to its lines committed in the inboxes.", Service, Source);

    public static Metric ProceduresOpen { get; } = new("backoffice.procedures.open", MetricKind.Gauge, "{matter}", "Open matters at a step.", Service, Procedure, Step);

    public static Metric ProceduresOldest { get; } = new("backoffice.procedures.oldest", MetricKind.Gauge, "s", "Age of the oldest open matter at a step, since it was started.", Service, Procedure, Step);

    public static Metric ProceduresOverdue { get; } = new("backoffice.procedures.overdue", MetricKind.Gauge, "{matter}", "Open matters at a step whose accountable task is past its due time.", Service, Procedure, Step);

    public static Metric ProceduresActs { get; } = new("backoffice.procedures.acts", MetricKind.Counter, "{act}", "Acts recorded at a step.", Service, Procedure, Step);

    public static IReadOnlyList<Metric> All { get; } =
    [
        Calls, EventsLag, EventsDelay, GapsHealed, DeadLetters, StreamLength, RelayBacklog, StoreWait, InboxLatency,
        ProceduresOpen, ProceduresOldest, ProceduresOverdue, ProceduresActs,
    ];
}
