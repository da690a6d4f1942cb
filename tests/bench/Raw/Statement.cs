namespace Backoffice.Bench.Raw;

/// <summary>SQL with its values; parameters are $1, $2 … on both databases.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<object?> Values);
