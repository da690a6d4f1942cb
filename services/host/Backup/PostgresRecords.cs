using Backoffice.Host.Up;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Backoffice.Host.Backup;

/// <summary>
/// Records in one PostgreSQL database with a schema for each service, copied and put back by PostgreSQL's own tools. One
/// snapshot of the database is one moment of all services.
/// </summary>
/// <param name="connectionText">The database.</param>
internal sealed class PostgresRecords(string connectionText) : IRecords
{
    /// <summary>What the services' tables need besides their schemas: intervals that must not overlap.</summary>
    private const string Extension = "btree_gist";

    public StoreKind Kind => StoreKind.Postgres;

    public async Task<long> SizeAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }

    public async Task<(IReadOnlyDictionary<string, StoreContent> Stores, IReadOnlyList<string> Files)> CopyAsync(string folder, Action<long> progress, CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, moment);
        var snapshot = (string)(await export.ExecuteScalarAsync(stop))!;
        var stores = new Dictionary<string, StoreContent>();
        foreach (var module in await ModulesAsync(connection, moment, stop))
            stores.Add(module.Name, await ContentAsync(module, connection, moment, stop));
        var dump = Path.Combine(folder, BackupFolder.Dump);
        string[] dumping = ["--format=custom", "--no-owner", "--no-privileges", "--no-comments", $"--extension={Extension}", $"--snapshot={snapshot}", $"--file={dump}"];
        await PostgresTool.RunAsync("pg_dump", connectionText, [.. dumping, .. stores.Keys.Select(s => $"--schema={s}")], stop);
        return (stores, [BackupFolder.Dump]);
    }

    public async Task RestoreAsync(string backup, string place, CancellationToken stop)
    {
        if (await ModulesAsync(stop) is [var first, ..])
            throw new DamagedException($"The database {DatabaseName} holds records of {first.Name} already; name an empty one.");
        // All or nothing: an interrupted restore leaves the database as it was.
        await PostgresTool.RunAsync(
            "pg_restore", connectionText, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={DatabaseName}", Path.Combine(backup, BackupFolder.Dump)], stop);
    }

    public PlatformOptions OptionsOf(ServiceModule module, string place) => new()
    {
        DataFolder = Path.Combine(place, "services"),
        Store = StoreKind.Postgres,
        ConnectionString = connectionText,
    };

    private string DatabaseName => new NpgsqlConnectionStringBuilder(connectionText).Database!;

    /// <summary>The services that have records here.</summary>
    public async Task<IReadOnlyList<ServiceModule>> ModulesAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return await ModulesAsync(connection, null, stop);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionText) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }

    private static async Task<IReadOnlyList<ServiceModule>> ModulesAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken stop)
    {
        var schemas = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT schemaname FROM pg_tables WHERE tablename = 'ledger_heads'", connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            schemas.Add(reader.GetString(0));
        return [.. Modules.InOrder.Where(m => schemas.Contains(m.Name))];
    }

    private Task<StoreContent> ContentAsync(ServiceModule module, NpgsqlConnection connection, NpgsqlTransaction moment, CancellationToken stop) =>
        Stored.WithAsync(module, OptionsOf(module, ""), async db =>
        {
            await using var path = new NpgsqlCommand($"SET LOCAL search_path TO {module.Name}", connection, moment);
            await path.ExecuteNonQueryAsync(stop);
            db.Database.SetDbConnection(connection);
            await db.Database.UseTransactionAsync(moment, stop);
            return await StoreContent.OfAsync(db, stop);
        });
}
