using System.Runtime.CompilerServices;
using Backoffice.Host.Up;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Backoffice.Host.Doctor;

/// <summary>Looks into what the services keep, running or not: each database, the audit trail in it, and the files it names.</summary>
internal static class Records
{
    private const string Restore = "Stop the suite and restore the file from a backup.";

    /// <summary>Those in SQLite files of the installation's folder.</summary>
    public static async IAsyncEnumerable<Finding> OfAsync(Installation installation, [EnumeratorCancellation] CancellationToken stop)
    {
        var folder = installation.PathOf("services");
        foreach (var module in Modules.InOrder.Where(m => File.Exists(Path.Combine(folder, $"{m.Name}.db"))))
        {
            var options = ReadOnly(folder, module.Name);
            var database = await GuardedAsync(module.Name, () => IntactAsync(module.Name, options.ConnectionString, stop));
            yield return database;
            if (database.Grade != Grade.Ok)
                continue;
            await foreach (var finding in OfAsync(module, options, stop))
                yield return finding;
        }
    }

    /// <summary>Those of one service, in a database that can be read.</summary>
    public static async IAsyncEnumerable<Finding> OfAsync(ServiceModule module, PlatformOptions options, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var container = module.BuildStore(options);
        await using var scope = container.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        yield return await GuardedAsync(module.Name, () => AuditedAsync(module.Name, db, stop));
        if (await GuardedAsync(module.Name, () => SetAsideAsync(module.Name, db, stop)) is { Grade: not Grade.Ok } setAside)
            yield return setAside;
        await foreach (var finding in FilesAsync(module.Name, db, new FolderBlobStore(options), stop))
            yield return finding;
    }

    private static PlatformOptions ReadOnly(string folder, string module) => new()
    {
        DataFolder = folder,
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"{module}.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString,
    };

    private static async Task<Finding> IntactAsync(string module, string connectionString, CancellationToken stop)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return await command.ExecuteScalarAsync(stop) is "ok"
            ? new Finding(Grade.Ok, $"{module}.db is intact")
            : new Finding(Grade.Fail, $"{module}.db is damaged", Restore);
    }

    internal static async Task<Finding> AuditedAsync(string module, ServiceDb db, CancellationToken stop)
    {
        var trail = await db.VerifyAuditTrailAsync(stop);
        return trail.Intact
            ? new Finding(Grade.Ok, $"{module}: its audit trail is whole ({trail.CheckedCount} entries)")
            : new Finding(Grade.Fail, $"{module}: its audit trail was tampered with: {trail.Finding}", "Leave everything as it is, it is evidence. Tell the security auditor and compare with a backup.");
    }

    private static async Task<Finding> SetAsideAsync(string module, ServiceDb db, CancellationToken stop)
    {
        // The tables of an older version are brought up to date by its next start.
        var count = (await db.Database.GetPendingMigrationsAsync(stop)).Any() ? 0 : await db.CountDeadLettersAsync(stop);
        return count == 0
            ? new Finding(Grade.Ok, $"{module}: every event was applied")
            : new Finding(Grade.Fail, $"{module}: {count} event(s) could not be applied and are set aside", "`backoffice events status` shows them; when the cause is mended, `backoffice events redrive`.");
    }

    private static async IAsyncEnumerable<Finding> FilesAsync(string module, ServiceDb db, FolderBlobStore blobs, [EnumeratorCancellation] CancellationToken stop)
    {
        var (good, bad) = (0, 0);
        await foreach (var hash in db.BlobsNamed().WithCancellation(stop))
        {
            var measured = await blobs.MeasureAsync(hash, stop);
            if (measured == hash)
                good++;
            else
            {
                bad++;
                yield return new Finding(Grade.Fail, $"{module}: the file {blobs.PathOf(hash)} {(measured.Length == 0 ? "is missing" : "was altered")}", "Restore it from a backup; its name is the SHA-256 of what it must hold.");
            }
        }
        if (good > 0 && bad == 0)
            yield return new Finding(Grade.Ok, $"{module}: {good} files are there and unaltered");
    }

    private static async Task<Finding> GuardedAsync(string module, Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (SqliteException e)
        {
            return new Finding(Grade.Fail, $"{module}.db cannot be read: {e.Message}", Restore);
        }
        catch (NpgsqlException e)
        {
            return new Finding(Grade.Fail, $"{module}: its records cannot be read: {e.Message}", "Look at PostgreSQL's log; restore from a backup what it cannot mend.");
        }
    }
}
