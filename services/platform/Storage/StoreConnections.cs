using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backoffice.Platform.Storage;

/// <summary>Connections to the service's database, and the statements that differ between the two kinds of it.</summary>
internal sealed class StoreConnections(StoreOptions options) : IAsyncDisposable
{
    public NpgsqlDataSource? Postgres { get; } = options.Kind == StoreKind.Postgres
        ? NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.ConnectionString) { SearchPath = options.Schema })
        : null;

    public string Text => options.ConnectionString;

    public async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        if (Postgres is not null)
            return await Postgres.OpenConnectionAsync(stop);
        var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync(stop);
        await SqliteSettings.ApplyAsync(connection, stop);
        return connection;
    }

    /// <summary>Reads where the ledgers end and keeps every other writer, of any replica, waiting.</summary>
    public async Task<LedgerHead> LockHeadAsync(DbConnection connection, DbTransaction transaction)
    {
        // SQLite has locked the whole file when the transaction began (BEGIN IMMEDIATE).
        var forUpdate = Postgres is null ? "" : " FOR UPDATE";
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT event_sequence, audit_sequence, audit_hash FROM ledger_heads WHERE id = 1{forUpdate}";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new LedgerHead(reader.GetInt64(0), reader.GetInt64(1), await reader.GetFieldValueAsync<byte[]>(2));
    }

    public static async Task MoveHeadAsync(DbConnection connection, DbTransaction transaction, LedgerHead head)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE ledger_heads SET event_sequence = @events, audit_sequence = @audits, audit_hash = @hash WHERE id = 1";
        Add("@events", head.EventSequence);
        Add("@audits", head.AuditSequence);
        Add("@hash", head.AuditHash);
        await command.ExecuteNonQueryAsync();

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }

    public ValueTask DisposeAsync() => Postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
