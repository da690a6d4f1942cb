using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Npgsql;

namespace Backoffice.Bench.Raw;

/// <summary>PostgreSQL by Npgsql: as many connections as the suite has, prepared statements, a transaction in one round trip.</summary>
internal sealed class PostgresRaw(TestStore store, string service) : RawStore
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(store.Settings["Backoffice:ConnectionString"])
    {
        SearchPath = $"{service},public",
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        CommandTimeout = 3600,
        NoResetOnClose = true,
    });

    public override StoreKind Kind => StoreKind.Postgres;

    public override async Task<int> WriteAsync(params IReadOnlyList<Statement> statements)
    {
        await using var connection = await _source.OpenConnectionAsync();
        // A batch is one transaction of its own.
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        return await batch.ExecuteNonQueryAsync();
    }

    public override async Task<IReadOnlyList<object?[]>> ReadAsync(string sql, params IReadOnlyList<object?> values)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync();
        return await ReadAllAsync(reader);
    }

    public override async Task<RowForm> FormOfAsync(string table, string which = "true")
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SELECT * FROM {table} WHERE {which} LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync();
        return await ReadFormAsync(table, reader);
    }

    public override object Key(Guid id) => id;

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
