using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace Backoffice.Platform.Telemetry;

/// <summary>
/// What a gauge tells: the values as they were last read in the background, so that a scrape costs no query and a second
/// scraper nothing at all.
/// </summary>
public sealed class Figures(Metric metric, KeyValuePair<string, object?> own)
{
    private ImmutableSortedDictionary<string, Measurement<double>> _last = ImmutableSortedDictionary.Create<string, Measurement<double>>(StringComparer.Ordinal);

    internal IEnumerable<Measurement<double>> Last => Volatile.Read(ref _last).Values;

    /// <summary>Replaces what is told. A series that is no more is told as 0: left out, the exporter would repeat its last value for ever.</summary>
    /// <param name="values">Each with its labels, in the order of the metric's.</param>
    public void Tell(IEnumerable<(double Value, string[] Labels)> values)
    {
        var next = _last.ToBuilder();
        foreach (var (key, before) in _last)
            next[key] = new Measurement<double>(0, before.Tags);
        foreach (var (value, labels) in values)
            next[string.Join('\n', labels)] = new Measurement<double>(value, [own, .. metric.Labels.Skip(1).Zip(labels, (name, label) => new KeyValuePair<string, object?>(name, label))]);
        Volatile.Write(ref _last, next.ToImmutable());
    }

    /// <summary>The same for a metric of one series.</summary>
    public void Tell(double value) => Tell([(value, [])]);
}
