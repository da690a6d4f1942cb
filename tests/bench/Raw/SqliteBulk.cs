using Microsoft.Data.Sqlite;

namespace Backoffice.Bench.Raw;

/// <summary>SQLite without a journal: one prepared statement for each table, a transaction for each handful of rows.</summary>
internal sealed class SqliteBulk : Bulk
{
    /// <summary>How much of a search index is gathered in memory before it is written; many small parts would be merged again and again.</summary>
    private const int Gathered = 256 << 20;

    /// <summary>What FTS5 gathers unless it is told otherwise.</summary>
    private const int Ordinary = 1 << 20;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private readonly HashSet<string> _indexes = [];

    public SqliteBulk(string folder, string service)
    {
        // A pooled connection of the service's would hold the journal in its mode.
        SqliteConnection.ClearAllPools();
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, service + ".db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = FILE;");
    }

    public override Task WriteAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        if (columns[0] == "rowid" && _indexes.Add(table))
            Run($"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {Gathered})");
        if (!_prepared.TryGetValue(table, out var command))
            _prepared[table] = command = Prepare(table, columns);
        Run("BEGIN");
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
        Run("COMMIT");
        return Task.CompletedTask;
    }

    public override Task RunAsync(string sql)
    {
        Run(sql);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    protected override Task<IReadOnlyList<(string Name, string Definition)>> IndexesOfAsync(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL";
        command.Parameters.AddWithValue("$1", table);
        using var reader = command.ExecuteReader();
        var found = new List<(string, string)>();
        while (reader.Read())
            found.Add((reader.GetString(0), reader.GetString(1)));
        return Task.FromResult<IReadOnlyList<(string, string)>>(found);
    }

    protected override Task SettleAsync()
    {
        foreach (var index in _indexes)
        {
            Run($"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', {Ordinary})");
            // At once what the service does part by part when nothing else waits.
            Run($"INSERT INTO {index} ({index}, rank) VALUES ('merge', {int.MaxValue})");
        }
        Run("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;");
        return Task.CompletedTask;
    }

    private SqliteCommand Prepare(string table, IReadOnlyList<string> columns)
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({Listed(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        command.Prepare();
        return command;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
