using System.Diagnostics.Metrics;
using Backoffice.Platform.Hosting;

namespace Backoffice.Platform.Telemetry;

/// <summary>
/// The instruments of one service. All services name their meter alike and say in a label which they are, so that those of
/// one process are one metric each with several series.
/// </summary>
public sealed class ServiceMetrics : IDisposable
{
    private const string MeterName = "backoffice.services";

    /// <summary>Seconds: from a wait that nobody feels to one that everybody does. Few, since each rpc has them for each status.</summary>
    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 30, 60] };

    private readonly ServiceIdentity _service;

    public ServiceMetrics(ServiceIdentity service)
    {
        _service = service;
        Meter = new Meter(MeterName);
        Calls = Histogram(Metrics.Calls);
        StoreWait = Histogram(Metrics.StoreWait);
        GapsHealed = Counter(Metrics.GapsHealed);
    }

    /// <summary>This service's alone, although others have one of its name.</summary>
    public Meter Meter { get; }

    internal Histogram<double> Calls { get; }

    internal Histogram<double> StoreWait { get; }

    internal Counter<long> GapsHealed { get; }

    /// <summary>The label that tells whose series it is.</summary>
    public KeyValuePair<string, object?> Own => new(Metrics.Service, _service.Name);

    public Counter<long> Counter(Metric metric) => Meter.CreateCounter<long>(metric.Name, metric.Unit, metric.Meaning);

    public Histogram<double> Histogram(Metric metric) => Meter.CreateHistogram(metric.Name, metric.Unit, metric.Meaning, tags: null, Durations);

    /// <summary>A gauge that tells what was last read.</summary>
    public Figures Gauge(Metric metric)
    {
        var figures = new Figures(metric, Own);
        Meter.CreateObservableGauge(metric.Name, () => figures.Last, metric.Unit, metric.Meaning);
        return figures;
    }

    public void Dispose() => Meter.Dispose();
}
