using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Backoffice.Platform.Storage;

/// <summary>
/// What every SQLite connection is told: wait for a lock inside SQLite (its own back-off is milliseconds, the driver's is
/// 150 ms), let a commit reach the disk before it returns, and leave carrying the log over to the <see cref="Checkpointer"/>
/// unless it falls far behind. A connection from the pool has been told already.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000; PRAGMA foreign_keys = ON;";

    private static readonly ConditionalWeakTable<object, object> Told = [];

    /// <summary>
    /// SQLite counts the bytes it holds under one lock of the whole process, which every statement of every connection then
    /// waits for. Nobody reads that count. Has to be said before the first connection opens, else it is as it was.
    /// </summary>
    public static void CountNoMemory()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public static void Apply(DbConnection connection)
    {
        // The handle is SQLite's own connection, which the pool keeps when the driver's object is closed.
        var handle = ((SqliteConnection)connection).Handle!;
        if (Told.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        // Only now: a connection that could not be told must not come back from the pool as one that was.
        Told.TryAdd(handle, Pragmas);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // Nothing in SQLite's driver is asynchronous.
        Apply(connection);
        return Task.CompletedTask;
    }
}
