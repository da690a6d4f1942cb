using System.Text.RegularExpressions;
using Backoffice.Platform.Telemetry;

namespace Backoffice.Testing;

/// <summary>The series of the suite's own metrics, as Prometheus names them.</summary>
public static partial class MetricSeries
{
    /// <summary>Those of the list of metrics, with what a histogram adds.</summary>
    public static IReadOnlySet<string> Listed { get; } = Metrics.All
        .SelectMany(m => m.Kind == MetricKind.Histogram ? new[] { "_bucket", "_count", "_sum" }.Select(s => m.PrometheusName + s) : [m.PrometheusName]).ToHashSet();

    /// <summary>Those that a scraped page tells.</summary>
    public static IReadOnlyList<string> ToldIn(string page) => [.. Told().Matches(page).Select(m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"^((?:backoffice|rpc)_\w+)\{", RegexOptions.Multiline)]
    private static partial Regex Told();
}
