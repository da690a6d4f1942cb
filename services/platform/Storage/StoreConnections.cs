using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backoffice.Platform.Storage;

/// <summary>Connections to the service's database, and the statements that differ between the two kinds of it.</summary>
internal sealed class StoreConnections(StoreOptions options) : IAsyncDisposable
{
    public NpgsqlDataSource? Postgres { get; } = options.Kind == StoreKind.Postgres ? NpgsqlDataSource.Create(ConnectionText(options)) : null;

    public string Text => options.ConnectionString;

    public async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        if (Postgres is not null)
            return await Postgres.OpenConnectionAsync(stop);
        var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync(stop);
        SqliteSettings.Apply(connection);
        return connection;
    }

    /// <summary>Reads where the ledgers end and keeps every other writer, of any replica, waiting.</summary>
    public async Task<LedgerHead> LockHeadAsync(DbConnection connection, DbTransaction transaction)
    {
        // SQLite has locked the whole file when the transaction began (BEGIN IMMEDIATE).
        var forUpdate = Postgres is null ? "" : " FOR UPDATE";
        await using var command = Command(connection, transaction, $"SELECT event_sequence, audit_sequence, audit_hash FROM ledger_heads WHERE id = 1{forUpdate}");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new LedgerHead(reader.GetInt64(0), reader.GetInt64(1), await reader.GetFieldValueAsync<byte[]>(2));
    }

    public static async Task MoveHeadAsync(DbConnection connection, DbTransaction transaction, LedgerHead head)
    {
        await using var command = Command(
            connection, transaction, "UPDATE ledger_heads SET event_sequence = @events, audit_sequence = @audits, audit_hash = @hash WHERE id = 1",
            ("@events", head.EventSequence), ("@audits", head.AuditSequence), ("@hash", head.AuditHash));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The last number given out of a row; 0 before the first.</summary>
    public static async Task<long> ReadNumberAsync(DbConnection connection, DbTransaction transaction, string row)
    {
        await using var command = Command(connection, transaction, "SELECT last FROM counters WHERE name = @name", ("@name", row));
        return await command.ExecuteScalarAsync() is long last ? last : 0;
    }

    public static async Task KeepNumberAsync(DbConnection connection, DbTransaction transaction, string row, long last)
    {
        await using var command = Command(
            connection, transaction, "INSERT INTO counters (name, last) VALUES (@name, @last) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
            ("@name", row), ("@last", last));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Waits until no other replica migrates, and keeps it so until the connection closes. On SQLite EF's own lock is enough;
    /// on PostgreSQL that lock ends with each migration's transaction, and a replica that waited for the first would find the
    /// second still to do, as the one that is just about to do it did.
    /// </summary>
    public async Task KeepOthersFromMigratingAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        // Of the transaction, not of the session: so it holds through a pooler as well.
        var transaction = await connection.BeginTransactionAsync(stop);
        await using var command = Command(connection, transaction, "SELECT pg_advisory_xact_lock(hashtext('backoffice migrations'), hashtext(@schema))", ("@schema", options.Schema));
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }

    public ValueTask DisposeAsync() => Postgres?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static NpgsqlConnectionStringBuilder ConnectionText(StoreOptions options)
    {
        var text = new NpgsqlConnectionStringBuilder(options.ConnectionString) { SearchPath = options.Schema };
        // Statements that come again and again are parsed once per connection.
        if (text.MaxAutoPrepare == 0)
            text.MaxAutoPrepare = 128;
        // Nothing here outlives its transaction in a session, so there is nothing to reset between two statements, which would be seven statements more.
        text.NoResetOnClose = true;
        return text;
    }
}
