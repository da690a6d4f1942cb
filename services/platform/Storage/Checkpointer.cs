using Backoffice.Platform.Time;
using Microsoft.Data.Sqlite;

namespace Backoffice.Platform.Storage;

/// <summary>
/// Carries SQLite's log over into the database beside the writers. SQLite itself does it in the commit that fills the log: its
/// caller, and all who wait for their turn behind it, would wait until pages from all over the file have reached the disk, the
/// longer the larger the file is.
/// </summary>
internal sealed class Checkpointer(StoreConnections connections, TurnQueue turns, ILogger<Checkpointer> logger, TimeProvider clock) : BackgroundService
{
    /// <summary>Pages of the log that are worth two waits for the disk.</summary>
    private const int Worth = 1000;

    /// <summary>Reading where the log ends costs little, but a commit comes every few milliseconds.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await turns.Committed.WaitAsync(stoppingToken);
            try
            {
                await CarryOverAsync(stoppingToken);
            }
            catch (SqliteException e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                // The log only grows meanwhile; what a full disk or a locked file means is told to those who write.
                PlatformLog.LogNotCarriedOver(logger, e);
            }
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task CarryOverAsync(CancellationToken stop)
    {
        await using var connection = await connections.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(NOOP)";
        await using (var log = await command.ExecuteReaderAsync(stop))
        {
            await log.ReadAsync(stop);
            var (pages, carriedOver) = (log.GetInt64(1), log.GetInt64(2));
            if (pages - carriedOver < Worth)
                return;
        }
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        await command.ExecuteNonQueryAsync(stop);
    }
}
