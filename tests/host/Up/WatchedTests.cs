using System.Diagnostics;
using System.Text.Json.Nodes;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Up;

/// <summary>One machine that is watched as docs/operations/install.md says, by a real Prometheus.</summary>
public sealed class WatchedTests(RunningDemonstration demonstration)
{
    [Fact]
    public async Task Prometheus_reads_every_service_of_the_one_process_and_every_rule()
    {
        Assert.SkipUnless(SystemCommand.Find("prometheus") is not null && SystemCommand.Find("promtool") is not null, "prometheus is not on PATH");
        var installation = await demonstration.InstallationAsync();
        var folder = Directory.CreateTempSubdirectory("backoffice-watched-");
        try
        {
            await ConfigureAsync(folder.FullName, installation.OpsPort);
            await using var prometheus = new Watcher(folder.FullName);
            var seven = await Eventually.SameAsync(
                () => prometheus.AskAsync("count(group by (backoffice_service) (http_server_request_duration_seconds_count{job=\"backoffice\", service=\"suite\", backoffice_service!=\"\"}))"),
                found => found == 7,
                TimeSpan.FromSeconds(60));
            seven.ShouldBe(7);
            (await prometheus.AskAsync("sum(up{job=\"backoffice\"})")).ShouldBe(1);
            (await prometheus.RulesAsync()).ShouldAllBe(r => r.StartsWith("ok inactive", StringComparison.Ordinal) || r.StartsWith("ok pending", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The commands of the page, with this test's folder and port; and a round every second, for a test does not wait a minute.</summary>
    private static async Task ConfigureAsync(string folder, int port)
    {
        var commands = DocumentedCommands.Block("install.md", "watch-machine").Replace("/etc/prometheus/", $"{folder}/", StringComparison.Ordinal);
        var done = await DocumentedCommands.RunAsync(commands, RepositoryFiles.Path("."), new Dictionary<string, string>());
        done.ExitCode.ShouldBe(0, done.All);
        var configuration = Path.Combine(folder, "prometheus-machine.yaml");
        var text = (await File.ReadAllTextAsync(configuration)).Replace("127.0.0.1:9464", $"127.0.0.1:{port}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(configuration, $"global: {{scrape_interval: 1s, evaluation_interval: 1s}}\n{text}");
    }

    private sealed class Watcher : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly HttpClient _http;

        public Watcher(string folder)
        {
            var port = FreePort.Find();
            _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/") };
            _process = Process.Start(new ProcessStartInfo(
                "prometheus", [$"--config.file={folder}/prometheus-machine.yaml", $"--storage.tsdb.path={folder}/records", $"--web.listen-address=127.0.0.1:{port}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        /// <summary>The one number that answers; null while Prometheus starts and while nothing does.</summary>
        public async Task<double?> AskAsync(string question)
        {
            try
            {
                var answer = JsonNode.Parse(await _http.GetStringAsync(new Uri($"query?query={Uri.EscapeDataString(question)}", UriKind.Relative)));
                return answer!["data"]!["result"]!.AsArray().SingleOrDefault() is { } one ? double.Parse(one["value"]![1]!.ToString(), System.Globalization.CultureInfo.InvariantCulture) : null;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        /// <summary>Each rule as its health, state and name.</summary>
        public async Task<IReadOnlyList<string>> RulesAsync()
        {
            var rules = await Eventually.SameAsync(ReadAsync, r => r.Count > 0 && r.All(rule => !rule.StartsWith("unknown", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
            rules.Count.ShouldBeGreaterThan(10);
            return rules;
        }

        public async ValueTask DisposeAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _http.Dispose();
        }

        private async Task<IReadOnlyList<string>> ReadAsync()
        {
            var answer = JsonNode.Parse(await _http.GetStringAsync(new Uri("rules", UriKind.Relative)));
            return [.. answer!["data"]!["groups"]!.AsArray().SelectMany(g => g!["rules"]!.AsArray()).Select(r => $"{r!["health"]} {r["state"]} {r["name"]}")];
        }
    }
}
