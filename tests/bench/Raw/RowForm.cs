using System.Text.Json;

namespace Backoffice.Bench.Raw;

/// <summary>
/// A row as the suite writes it. The limit writes the same row with other values in the columns that differ, so both write
/// the same columns whatever the model becomes.
/// </summary>
internal sealed class RowForm
{
    private readonly string[] _columns;
    private readonly object?[] _values;

    public RowForm(string table, string[] columns, object?[] values)
    {
        (_columns, _values) = (columns, values);
        Insert = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";
        Select = $"({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}";
        Table = table;
    }

    public string Table { get; }

    public string Insert { get; }

    /// <summary>Columns and values for an insert that has a condition.</summary>
    public string Select { get; }

    public int Width => _columns.Length;

    public IReadOnlyList<string> Columns => _columns;

    public object? this[string column] => _values[Array.IndexOf(_columns, column)];

    public Statement With(params IReadOnlyList<(string Column, object? Value)> different) => new(Insert, ValuesWith(different));

    /// <summary>A list of texts as the column keeps it: JSON in SQLite.</summary>
    public object ListLike(string column, IEnumerable<string> texts) => this[column] is string ? JsonSerializer.Serialize(texts) : texts.ToArray();

    public object?[] ValuesWith(params IReadOnlyList<(string Column, object? Value)> different)
    {
        var values = (object?[])_values.Clone();
        foreach (var (column, value) in different)
            values[Array.IndexOf(_columns, column)] = value;
        return values;
    }
}
