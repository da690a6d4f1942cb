using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Backoffice.Platform.Storage;

/// <summary>
/// What every SQLite connection is told: wait for a lock inside SQLite (its own back-off is milliseconds, the driver's is
/// 150 ms), and let a commit reach the disk before it returns. A connection from the pool has been told already.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private static readonly ConditionalWeakTable<object, object> Told = [];

    public static async Task ApplyAsync(DbConnection connection, CancellationToken stop)
    {
        if (IsTold(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(stop);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsTold(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        ApplyAsync(connection, cancellationToken);

    // The handle is SQLite's own connection, which the pool keeps when the driver's object is closed.
    private static bool IsTold(DbConnection connection) => !Told.TryAdd(((SqliteConnection)connection).Handle!, Pragmas);
}
