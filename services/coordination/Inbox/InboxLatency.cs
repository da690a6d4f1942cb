using System.Diagnostics.Metrics;
using Backoffice.Platform.Telemetry;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Inbox;

/// <summary>Measures how long what somebody did takes to stand in the inbox of whoever comes next.</summary>
internal sealed class InboxLatency(ServiceMetrics metrics, TimeProvider clock)
{
    private readonly Histogram<double> _latency = metrics.Histogram(Metrics.InboxLatency);

    /// <summary>The event says when its turn recorded it, by its service's clock; where clocks differ by more than it took, it took nothing.</summary>
    public void Record(EventRecord record) => _latency.Record(
        Math.Max(0, (clock.GetUtcNow() - record.OccurTime.ToDateTimeOffset()).TotalSeconds), metrics.Own, new(Metrics.Source, record.Producer));
}
