using Backoffice.Identity.Issuer;
using Backoffice.Identity.Keys;

namespace Backoffice.Identity.Start;

/// <summary>Renews signing keys in time, takes in keys other replicas made, and clears away tokens nobody can use any more.</summary>
internal sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromHours(1);

    private DateTimeOffset _cleared;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Keys last for weeks beyond the one chance missed.
                IdentityLog.HousekeepingFailed(logger, e);
            }
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(stop);
        if (clock.GetUtcNow() - _cleared < BetweenClearings)
            return;
        _cleared = clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<UsedTokens>().ClearAsync(stop);
    }
}
