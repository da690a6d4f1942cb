using Backoffice.Archive.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.Filings;

/// <summary>
/// Fetches documents that are to be filed, one after the other; what fails is tried again. Woken by a new one, and looks by
/// itself from time to time: a wake-up that got lost in a crash costs seconds and nothing else.
/// </summary>
internal sealed class Fetcher(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Fetcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly Signal _new = new();

    public void Wake() => _new.Send();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await FileNextAsync(stoppingToken))
                {
                    // As long as there is one to file.
                }
            }
            catch (RpcException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopped in the middle of a document, which the next start fetches from its beginning.
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && StoreFailure.Of(e) != StoreVerdict.Other)
            {
                ArchiveLog.FilingStopped(logger, e);
            }
            await _new.WaitAsync(Interval, clock, stoppingToken);
        }
    }

    /// <summary>Files the oldest that is due; false when none is.</summary>
    private async Task<bool> FileNextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ArchiveDb>();
        var now = clock.GetUtcNow();
        // Further off than any pause is what was put off before the clock was set back.
        var furthest = now + Filing.LongestPause;
        var pending = db.Filings.AsNoTracking().Where(f => f.State == FilingState.Pending).OrderBy(f => f.NextAttemptTime);
        // Two looks, each at one place of the index: what waits for its time in between may be much.
        var next = await pending.Where(f => f.NextAttemptTime <= now).Select(f => f.Source).FirstOrDefaultAsync(stop)
            ?? await pending.Where(f => f.NextAttemptTime > furthest).Select(f => f.Source).FirstOrDefaultAsync(stop);
        if (next is null)
            return false;
        await scope.ServiceProvider.GetRequiredService<Intake>().FileAsync(next, stop);
        return true;
    }
}
