using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Backoffice.Bench.Running;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Report;

/// <summary>The last findings of every scenario, kept beside the page that is made of them, so that a run of some leaves those of the others.</summary>
internal sealed class Results
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Kept = RepositoryFiles.Path("tests/bench/results.json");
    private static readonly string Written = RepositoryFiles.Path("docs/benchmarks.md");

    /// <summary>Letters behind the number, where a scenario is measured in parts.</summary>
    private const string Parts = "is";

    private readonly IReadOnlyList<Finding> _findings;

    /// <summary>The findings in the order of their scenarios' numbers, and of one scenario those on SQLite first.</summary>
    public Results(IEnumerable<Finding> findings) => _findings =
    [
        .. findings.OrderBy(f => int.Parse(f.Scenario.AsSpan(1).TrimEnd(Parts), CultureInfo.InvariantCulture)).ThenBy(f => f.Scenario).ThenBy(f => Names(f.Rows[0], StoreKind.Postgres)),
    ];

    public static Results Read() => new(JsonSerializer.Deserialize<List<Finding>>(File.ReadAllText(Kept), Readable)!);

    /// <summary>These, and the ones before of what was not measured anew: other scenarios, and other databases than this run had.</summary>
    public Results With(IReadOnlyList<Finding> newer, IReadOnlyList<StoreKind> ranOn)
    {
        var notRun = Enum.GetValues<StoreKind>().Except(ranOn).ToList();
        var renewed = _findings.ToLookup(f => newer.Any(n => n.Scenario == f.Scenario));
        var left = renewed[true].Select(f => f with { Rows = [.. f.Rows.Where(r => notRun.Exists(k => Names(r, k)))], Notes = [] });
        return new Results(renewed[false].Concat(newer).Concat(left.Where(f => f.Rows.Count > 0)));
    }

    public async Task SaveAsync()
    {
        await File.WriteAllTextAsync(Kept, JsonSerializer.Serialize(_findings, Readable) + "\n");
        await File.WriteAllTextAsync(Written, Format());
    }

    public string Format()
    {
        var runs = _findings.Select(f => f.Run).Distinct().OrderBy(r => r.Day).ToList();
        var page = new StringBuilder("""
            # Benchmarks

            Made by `tests/bench`; do not edit. Each line lets the suite and its *limit* – the least program that does the same
            physical work – run in turn, A B A B, and shows the median of the ratios of the turns. Absolute figures drift with
            whatever else the machine does; ratios are what counts, and each is of one run. Nothing here is asserted by a test.

            Repeat with `BACKOFFICE_TEST_POSTGRES` set, or PostgreSQL is left out. A run of some scenarios (`--only`) or on one
            database (`--on`) renews their lines and leaves the others as their run found them. A load average above the number of cores: others were using the machine.

            | run | day | command | took | load at its start | machine |
            |---|---|---|---:|---:|---|

            """);
        foreach (var (run, number) in runs.Select((r, i) => (r, i + 1)))
            page.Append(CultureInfo.InvariantCulture, $"| {number} | {run.Day:yyyy-MM-dd} | `{run.Command}` | {run.Minutes} min | {run.Load} | {run.Machine} |\n");
        page.Append("\n| | work | limit | limit does | suite does | ratio | target | met | run |\n|---|---|---|---:|---:|---:|---|---|---|\n");
        foreach (var (finding, row) in _findings.SelectMany(f => f.Rows.Select(r => (f, r))))
            page.Append(CultureInfo.InvariantCulture, $"| {row.Scenario} | {row.Work} | {row.Limit} | {row.LimitFigure} | {row.SuiteFigure} | {row.Ratio} | {row.Target} | {row.Met} | {runs.IndexOf(finding.Run) + 1} |\n");
        page.Append("\n## What to know of each\n\n").AppendJoin('\n', _findings.SelectMany(f => f.Notes.Select(n => $"- **{f.Scenario}** {n}"))).Append('\n');
        page.Append("\nNot measured, because the suite has no such part yet: P10 scrubbing, P14 dashboards; P17, other products.\n");
        return page.ToString();
    }

    private static bool Names(Row row, StoreKind kind) => row.Work.Contains(BenchRun.NameOf(kind), StringComparison.Ordinal);
}
