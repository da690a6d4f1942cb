using System.Text.RegularExpressions;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Host.Up;
using Backoffice.Platform.Telemetry;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Up;

/// <summary>
/// What Prometheus reads of the whole suite in one process. In a process of its own: listeners are process-wide, and a service
/// that a test stops beside it would take its instruments along.
/// </summary>
public sealed partial class MetricsTests(RunningDemonstration demonstration)
{
    private static readonly TimeSpan TwoRounds = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_metric_of_the_list_is_told_and_no_other_of_the_suites()
    {
        var clerk = await (await demonstration.InstallationAsync()).AsAsync("clerk");
        var document = await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(
            new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Title = $"计量 {Guid.NewGuid()}", Issuer = "民政部", Genre = DocumentGenre.Notice } });
        await new IncomingHandlingService.IncomingHandlingServiceClient(clerk).StartHandlingAsync(new StartHandlingRequest { Name = document.IncomingDocument.Name });

        // Gaps come when something is lost, and a Redis without streams has none to measure.
        var always = Metrics.All.Except([Metrics.GapsHealed, Metrics.StreamLength]).Select(m => m.PrometheusName + (m.Kind == MetricKind.Histogram ? "_count" : "")).ToList();
        var page = await Eventually.SameAsync(
            ScrapeAsync, p => always.All(m => p.Contains($"\n{m}{{", StringComparison.Ordinal)) && Modules.Names.All(m => m == Modules.Gateway || TellsBacklog(p, m)), TwoRounds);
        MetricSeries.ToldIn(page).Where(m => !MetricSeries.Listed.Contains(m)).ShouldBeEmpty();
        Types().Matches(page).Select(m => m.Groups[1].Value).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("one metric, several series");
    }

    [Fact]
    public async Task A_refused_grpc_call_is_told_by_its_status_at_the_service_and_at_the_gateway()
    {
        var clerk = await (await demonstration.InstallationAsync()).AsAsync("clerk");
        await Refused.ForAsync("PERMISSION_DENIED", new UnitService.UnitServiceClient(clerk).CreateUnitAsync(new CreateUnitRequest()));
        await Eventually.SameAsync(ScrapeAsync, page =>
            Regex.IsMatch(page, "rpc_server_call_duration_seconds_count{[^}]*rpc_method=\"backoffice.coordination.v1.UnitService/CreateUnit\"[^}]*rpc_response_status_code=\"PERMISSION_DENIED\"")
            && page.Split('\n').Any(l => l.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal)
                && l.Contains("UnitService/CreateUnit", StringComparison.Ordinal) && l.Contains("rpc_response_status_code=\"PERMISSION_DENIED\"", StringComparison.Ordinal)));
    }

    private static bool TellsBacklog(string page, string service) => Regex.IsMatch(page, $"backoffice_relay_backlog{{[^}}]*backoffice_service=\"{service}\"");

    private async Task<string> ScrapeAsync()
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"http://127.0.0.1:{(await demonstration.InstallationAsync()).OpsPort}/metrics"));
    }

    [GeneratedRegex(@"^# TYPE ((?:backoffice|rpc)_\w+) ", RegexOptions.Multiline)]
    private static partial Regex Types();
}
