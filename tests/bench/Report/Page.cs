using System.Globalization;
using System.Text;

namespace Backoffice.Bench.Report;

/// <summary>Gathers what the scenarios found and writes it as one page.</summary>
internal sealed class Page
{
    private readonly List<Row> _rows = [];
    private readonly List<string> _notes = [];

    public void Add(Row row)
    {
        _rows.Add(row);
        Console.WriteLine($"{row.Scenario,-4} {row.Work} | {row.Limit} {row.LimitFigure} | {row.SuiteFigure} | {row.Ratio} {row.Target} {row.Met}");
    }

    /// <summary>Where the time of a scenario goes, or what to know when reading its lines.</summary>
    public void Note(string scenario, string sentence) => _notes.Add($"- **{scenario}** {sentence}");

    public string Format(string machine, string load, DateOnly day, TimeSpan length, string command)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            Made by `tests/bench`; do not edit. Each line lets the suite and its *limit* – the least program that does the same
            physical work – run in turn, A B A B, and shows the median of the ratios of the turns. Absolute figures drift with
            whatever else the machine does; ratios are what counts. Nothing here is asserted by a test.

            - machine: {machine}
            - load average at the start: {load}; above the number of cores, others were using the machine
            - day: {day:yyyy-MM-dd}, took {length.TotalMinutes:0} minutes
            - again: `{command}` (with `BACKOFFICE_TEST_POSTGRES` set, or PostgreSQL is left out)

            | | work | limit | limit does | suite does | ratio | target | met |
            |---|---|---|---:|---:|---:|---|---|

            """);
        foreach (var row in _rows)
            page.Append(CultureInfo.InvariantCulture, $"| {row.Scenario} | {row.Work} | {row.Limit} | {row.LimitFigure} | {row.SuiteFigure} | {row.Ratio} | {row.Target} | {row.Met} |\n");
        page.Append("\n## What to know of each\n\n").AppendJoin('\n', _notes).Append('\n');
        page.Append("\nNot measured, because the suite has no such part yet: P4 approval steps, P6 inboxes, P10 scrubbing, P14 dashboards, P15 the console, P16 proofreading; P17, other products.\n");
        return page.ToString();
    }
}
