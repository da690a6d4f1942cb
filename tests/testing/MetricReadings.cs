using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Backoffice.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Testing;

/// <summary>What one service tells of its work from now on, as an exporter would hear it; others of the process are not heard.</summary>
public sealed class MetricReadings : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _values = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new();
    private readonly MeterListener _listener = new();
    private readonly IServiceProvider _services;

    public MetricReadings(IServiceProvider services)
    {
        _services = services;
        var meter = services.GetRequiredService<ServiceMetrics>().Meter;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter != meter)
                return;
            _instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public IEnumerable<Instrument> Instruments => _instruments.Values;

    /// <summary>The value of a gauge or counter, or how often a histogram was told; null before the first time.</summary>
    /// <param name="series">The metric and its labels' values but the service's, e.g. `backoffice.events.lag document`.</param>
    public double? this[string series] => _values.TryGetValue(series, out var value) ? value : null;

    /// <summary>The last labels of all series that begin so.</summary>
    public IReadOnlyList<string> Statuses(string series) =>
        [.. _values.Keys.Where(k => k.StartsWith($"{series} ", StringComparison.Ordinal)).Select(k => k[(series.Length + 1)..]).Order(StringComparer.Ordinal)];

    /// <summary>Makes the round that the service makes from time to time, then takes the gauges.</summary>
    public async Task<MetricReadings> ReadAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        foreach (var reader in scope.ServiceProvider.GetServices<IFigureReader>())
            await reader.ReadAsync(CancellationToken.None);
        _listener.RecordObservableInstruments();
        return this;
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = instrument.Name;
        foreach (var (label, told) in tags)
        {
            if (label is not (Metrics.Service or Metrics.RpcSystem))
                series += $" {told}";
        }
        if (instrument.IsObservable)
            _values[series] = value;
        else
            _values.AddOrUpdate(series, Step(), (_, before) => before + Step());

        double Step() => instrument is Histogram<double> ? 1 : value;
    }
}
