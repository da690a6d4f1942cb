namespace Backoffice.Bench.Report;

/// <summary>Gathers what the scenarios of one run find.</summary>
internal sealed class Page
{
    private readonly List<Row> _rows = [];
    private readonly List<(string Scenario, string Sentence)> _notes = [];

    public void Add(Row row)
    {
        _rows.Add(row);
        Console.WriteLine($"{row.Scenario,-4} {row.Work} | {row.Limit} {row.LimitFigure} | {row.SuiteFigure} | {row.Ratio} {row.Target} {row.Met}");
    }

    /// <summary>Where the time of a scenario goes, or what to know when reading its lines.</summary>
    public void Note(string scenario, string sentence) => _notes.Add((scenario, sentence));

    public IReadOnlyList<Finding> FindingsOf(Run run) =>
        [.. _rows.GroupBy(r => r.Scenario).Select(g => new Finding(g.Key, run, [.. g], [.. _notes.Where(n => n.Scenario == g.Key).Select(n => n.Sentence)]))];
}
