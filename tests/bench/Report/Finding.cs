namespace Backoffice.Bench.Report;

/// <summary>What the last run of a scenario found.</summary>
internal sealed record Finding(string Scenario, Run Run, IReadOnlyList<Row> Rows, IReadOnlyList<string> Notes);
