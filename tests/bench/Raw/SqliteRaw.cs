using System.Collections.Concurrent;
using Backoffice.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace Backoffice.Bench.Raw;

/// <summary>
/// SQLite by its driver. Writers share one connection behind a lock: the file has one writer anyway, and waiting in line
/// costs less than the back-off of SQLite's own lock.
/// </summary>
internal sealed class SqliteRaw(string folder, string service) : RawStore
{
    private readonly ConcurrentBag<Session> _idle = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Session? _writer;

    public override StoreKind Kind => StoreKind.Sqlite;

    public override async Task<int> WriteAsync(params IReadOnlyList<Statement> statements)
    {
        await _turn.WaitAsync();
        try
        {
            _writer ??= Open();
            using var transaction = _writer.Connection.BeginTransaction(deferred: false);
            var changed = 0;
            foreach (var statement in statements)
                changed += _writer.Command(statement.Sql, statement.Values, transaction).ExecuteNonQuery();
            transaction.Commit();
            return changed;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task<IReadOnlyList<object?[]>> ReadAsync(string sql, params IReadOnlyList<object?> values)
    {
        if (!_idle.TryTake(out var session))
            session = Open();
        try
        {
            await using var reader = session.Command(sql, values, null).ExecuteReader();
            return await ReadAllAsync(reader);
        }
        finally
        {
            _idle.Add(session);
        }
    }

    public override async Task<RowForm> FormOfAsync(string table, string which = "true")
    {
        await using var connection = Open().Connection;
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE {which} LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync();
        return await ReadFormAsync(table, reader);
    }

    /// <summary>A key as EF writes it.</summary>
    public static string KeyOf(Guid id) => id.ToString("D").ToUpperInvariant();

    public override object Key(Guid id) => KeyOf(id);

    public override async ValueTask DisposeAsync()
    {
        foreach (var session in _idle)
            await session.Connection.DisposeAsync();
        if (_writer is not null)
            await _writer.Connection.DisposeAsync();
        _turn.Dispose();
    }

    private Session Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, service + ".db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        command.ExecuteNonQuery();
        return new Session(connection);
    }

    /// <summary>A connection with the statements it has prepared.</summary>
    private sealed class Session(SqliteConnection connection)
    {
        private readonly Dictionary<string, SqliteCommand> _prepared = [];

        public SqliteConnection Connection => connection;

        public SqliteCommand Command(string sql, IReadOnlyList<object?> values, SqliteTransaction? transaction)
        {
            if (!_prepared.TryGetValue(sql, out var command))
            {
                _prepared.Add(sql, command = connection.CreateCommand());
                command.CommandText = sql;
                for (var i = 0; i < values.Count; i++)
                    command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            }
            for (var i = 0; i < values.Count; i++)
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            command.Transaction = transaction;
            return command;
        }
    }
}
