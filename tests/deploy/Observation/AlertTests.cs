using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Backoffice.Deploy.Tests.Chart;
using Backoffice.Logistics;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Observation;

/// <summary>Alert rules and dashboard ask for what the processes really tell, and each alert says what to do.</summary>
public sealed partial class AlertTests
{
    private const string Folder = "deploy/observability";
    private const string Missing = "promtool is not on PATH";

    [Fact]
    public async Task Every_metric_asked_for_is_one_that_a_process_tells()
    {
        var told = await ScrapeAsync();
        var asked = Questions().SelectMany(q => Metric().Matches(q)).Select(m => m.Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(6);
        // Prometheus itself tells of `up`; what the suite tells of its work stands in its list.
        asked.Where(m => m != "up" && !MetricSeries.Listed.Contains(m) && !told.Contains($"\n{m}{{", StringComparison.Ordinal)).ShouldBeEmpty();
        asked.Where(m => OfTheSuite().IsMatch(m) && !MetricSeries.Listed.Contains(m)).ShouldBeEmpty("asked for, but in no list");
    }

    [Fact]
    public async Task Every_metric_of_the_suite_is_told_by_the_name_in_its_list()
    {
        var told = MetricSeries.ToldIn(await ScrapeAsync());
        told.Where(m => !MetricSeries.Listed.Contains(m)).ShouldBeEmpty();
        told.ShouldContain(Metrics.Calls.PrometheusName + "_bucket");
        told.ShouldContain(Metrics.DeadLetters.PrometheusName);
        told.ShouldContain(Metrics.RelayBacklog.PrometheusName);
    }

    [Fact]
    public void Every_metric_of_the_suite_has_its_panel_and_its_line_in_the_operators_page()
    {
        var panels = string.Join('\n', Panels());
        Metrics.All.Where(m => !panels.Contains(m.PrometheusName, StringComparison.Ordinal)).ShouldBeEmpty("without a panel");
        var lines = Metrics.All.Select(m => $"| `{m.Name}` | `{m.PrometheusName}` | {$"{m.Kind}".ToLowerInvariant()} | `{m.Unit}` | {m.Meaning} |");
        File.ReadAllLines(RepositoryFiles.Path("docs/operations/metrics.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ShouldBe(lines, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_label_asked_for_is_one_that_a_process_or_the_scraping_gives()
    {
        var told = await ScrapeAsync();
        var scraping = File.ReadAllText(RepositoryFiles.Path($"{Folder}/prometheus.yaml"));
        var asked = Questions().SelectMany(q => Label().Matches(q)).Select(m => m.Groups[1].Value).Distinct().ToList();
        asked.ShouldContain("http_route");
        var listed = Metrics.All.SelectMany(m => m.Labels).Select(l => l.Replace('.', '_')).ToHashSet();
        asked.Where(l => l != "job" && !listed.Contains(l) && !told.Contains($"{l}=\"", StringComparison.Ordinal) && !scraping.Contains($"target_label: {l}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_alert_has_its_page_and_every_page_its_alert()
    {
        var alerts = Rules().Select(r => r["alert"]!.ToString()).ToList();
        Directory.GetFiles(RepositoryFiles.Path("docs/operations/alerts")).Select(Path.GetFileNameWithoutExtension).ShouldBe(alerts, ignoreOrder: true);
        foreach (var rule in Rules())
            rule["annotations"]!["runbook"]!.ToString().ShouldBe($"docs/operations/alerts/{rule["alert"]}.md");
    }

    [Fact]
    public async Task Every_rule_speaks_when_it_should_and_is_silent_else()
    {
        Assert.SkipUnless(SystemCommand.Find("promtool") is not null, Missing);
        var tested = await SystemCommand.RunAsync("promtool", "test", "rules", RepositoryFiles.Path($"{Folder}/alerts.test.yaml"));
        tested.ExitCode.ShouldBe(0, tested.All);
        var cases = File.ReadAllText(RepositoryFiles.Path($"{Folder}/alerts.test.yaml"));
        Rules().ShouldAllBe(r => Regex.IsMatch(cases, $@"alertname: {r["alert"]}\n\s+eval_time: \w+\n\s+exp_alerts:\n"), "an alert that no case makes speak");
    }

    [Fact]
    public async Task Every_question_of_the_dashboard_is_one_that_prometheus_understands()
    {
        Assert.SkipUnless(SystemCommand.Find("promtool") is not null, Missing);
        var rules = Path.GetTempFileName();
        try
        {
            // promtool reads questions as rules only; Grafana replaces its own variables before it asks.
            var recorded = Panels().Select((q, i) => $"  - record: q{i}\n    expr: '{q.Replace("$__rate_interval", "5m", StringComparison.Ordinal)}'\n");
            await File.WriteAllTextAsync(rules, "groups:\n- name: dashboard\n  rules:\n" + string.Concat(recorded), TestContext.Current.CancellationToken);
            var read = await SystemCommand.RunAsync("promtool", "check", "rules", rules);
            read.ExitCode.ShouldBe(0, read.All);
        }
        finally
        {
            File.Delete(rules);
        }
    }

    private static IEnumerable<string> Questions() => Rules().Select(r => r["expr"]!.ToString()).Concat(Panels());

    private static IEnumerable<JsonNode> Rules() =>
        Manifest.Read(File.ReadAllText(RepositoryFiles.Path($"{Folder}/alerts.yaml")))["groups"]!.AsArray().SelectMany(g => g!["rules"]!.AsArray()).Select(r => r!);

    private static IEnumerable<string> Panels() =>
        JsonNode.Parse(File.ReadAllText(RepositoryFiles.Path($"{Folder}/dashboard.json")))!["panels"]!.AsArray().SelectMany(p => p!["targets"]!.AsArray()).Select(t => t!["expr"]!.ToString());

    /// <summary>What a process tells after a call and a question for its health.</summary>
    private static async Task<string> ScrapeAsync()
    {
        await using var store = await TestStore.CreateAsync(StoreKind.Sqlite);
        await using var service = await AloneService.StartAsync(LogisticsModule.Module.Name, store.Settings);
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        await http.GetAsync(new Uri(service.Rpcs, "/v1/vehicles"));
        using var ops = new HttpClient();
        await ops.GetAsync(new Uri(service.Ops, "/readyz"));
        // A call is counted when its answer has left, which may be after it was read.
        return await Eventually.SameAsync(() => ops.GetStringAsync(new Uri(service.Ops, "/metrics")), t => t.Contains("\"/v1/vehicles\"", StringComparison.Ordinal) && t.Contains("\"/readyz\"", StringComparison.Ordinal) && t.Contains(Metrics.RelayBacklog.PrometheusName, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b(up|(http|dotnet|kestrel|backoffice|rpc)_\w+)(?=\{)")]
    private static partial Regex Metric();

    [GeneratedRegex("^(backoffice|rpc)_")]
    private static partial Regex OfTheSuite();

    [GeneratedRegex(@"[{,]\s*(\w+)(?:=~|!~|!=|=)")]
    private static partial Regex Label();
}
