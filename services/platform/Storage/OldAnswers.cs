using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Storage;

/// <summary>
/// Forgets answers that no client asks for again. Kept for a month: longer than any queue of a client that was offline, and
/// short enough that what repeats need does not outgrow the records.
/// </summary>
internal sealed class OldAnswers(IServiceScopeFactory scopes, ILogger<OldAnswers> logger, TimeProvider clock) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                PlatformLog.AnswersNotForgotten(logger, e);
            }
        }
    }

    /// <summary>Forgets a batch at a time, so that no writer waits long.</summary>
    internal async Task ForgetAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var before = clock.GetUtcNow() - Kept;
        while (true)
        {
            var oldest = await db.KeptAnswers.AsNoTracking().Where(k => k.Time < before).OrderBy(k => k.Time).Select(k => k.Time).Take(Batch).ToListAsync(stop);
            if (oldest.Count == 0)
                return;
            var last = oldest[^1];
            // No turn: what is forgotten is no record of the office.
            await db.KeptAnswers.Where(k => k.Time <= last).ExecuteDeleteAsync(stop);
        }
    }
}
