using Backoffice.Platform.Storage;

namespace Backoffice.Platform.Telemetry;

/// <summary>Reads some figures of the service for its gauges.</summary>
public interface IFigureReader
{
    /// <summary>One round: a few queries whose cost does not grow with the history.</summary>
    Task ReadAsync(CancellationToken stop);
}

/// <summary>
/// Reads all figures every few seconds, whoever scrapes and how often. Each replica reads for itself and tells the same, since
/// they share the store.
/// </summary>
internal sealed class FigureRound(IServiceScopeFactory scopes, ILogger<FigureRound> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, clock, RunAsync, e => PlatformLog.FiguresNotRead(logger, e), stoppingToken);

    /// <summary>One round.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var reader in scope.ServiceProvider.GetServices<IFigureReader>())
        {
            try
            {
                await reader.ReadAsync(stop);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                // The service ends, and what it was asking with it.
                if (stop.IsCancellationRequested)
                    return;
                // The figures stay as they were; whatever ails the store or the code, watching it must not end the service.
                PlatformLog.FiguresNotRead(logger, e);
            }
        }
    }
}
