using Backoffice.Testing;
using Npgsql;

namespace Backoffice.Bench.Raw;

/// <summary>PostgreSQL by binary COPY; keys of other tables are not looked up, as the rows are made together.</summary>
internal sealed class PostgresBulk : Bulk
{
    private readonly string _service;
    private readonly NpgsqlDataSource _source;
    private NpgsqlConnection? _connection;

    public PostgresBulk(TestStore store, string service)
    {
        _service = service;
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(store.Settings["Backoffice:ConnectionString"]) { SearchPath = $"{service},public", CommandTimeout = 0, Pooling = false });
    }

    public override async Task WriteAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        await using var writer = await (await OpenAsync()).BeginBinaryImportAsync($"COPY {table} ({Listed(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
            {
                if (value is null or DBNull)
                    await writer.WriteNullAsync();
                else
                    await writer.WriteAsync(value);
            }
        }
        await writer.CompleteAsync();
    }

    public override async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, await OpenAsync());
        await command.ExecuteNonQueryAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }

    protected override async Task<IReadOnlyList<(string Name, string Definition)>> IndexesOfAsync(string table)
    {
        await using var command = new NpgsqlCommand("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = $1 AND tablename = $2 AND indexname NOT IN (SELECT conname FROM pg_constraint)", await OpenAsync());
        command.Parameters.Add(new NpgsqlParameter { Value = _service });
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync())
            found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    // The planner looks at what there is now.
    protected override Task SettleAsync() => RunAsync("VACUUM (ANALYZE)");

    private async Task<NpgsqlConnection> OpenAsync()
    {
        if (_connection is null)
        {
            _connection = await _source.OpenConnectionAsync();
            await RunAsync("SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'");
        }
        return _connection;
    }
}
