using System.Collections.Immutable;
using Backoffice.Platform.Storage;
using Grpc.Core;

namespace Backoffice.Platform.Events;

/// <summary>
/// Reads on start-up what was missed while the service was down; tries until every producer has answered, ever more rarely:
/// one that is not part of the installation never will, and one that starts later is read at its first heartbeat anyway.
/// </summary>
internal sealed class CatchUp(Inbox inbox, ILogger<CatchUp> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Producers that have not answered yet.</summary>
    internal ImmutableHashSet<string> Behind { get; private set; } = [.. inbox.Producers];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FirstPause, clock);
        while (!Behind.IsEmpty && await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var producer in Behind)
            {
                if (await TryAsync(producer, stoppingToken))
                    Behind = Behind.Remove(producer);
            }
            timer.Period = timer.Period * 2 < LongestPause ? timer.Period * 2 : LongestPause;
        }
    }

    private async Task<bool> TryAsync(string producer, CancellationToken stop)
    {
        try
        {
            await inbox.CatchUpAsync(producer, stop);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The producer or the store may still be starting; anything else shows in the log at every try.
            if (Inbox.IsPassing(e))
                PlatformLog.ProducerNotReady(logger, producer);
            else
                PlatformLog.FeedFailed(logger, producer, e);
        }
        return false;
    }
}
