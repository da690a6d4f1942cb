using System.Globalization;

namespace Backoffice.Platform.Organisation;

/// <summary>
/// The directory as this process knows it. Coordination keeps it in the shared state beside a small key with its version;
/// the version is read every few seconds and at once when an event says that it changed.
/// </summary>
public sealed class DirectoryCache(SharedState.SharedState state, ILogger<DirectoryCache> logger, TimeProvider clock) : BackgroundService
{
    public const string Key = "directory";
    public const string VersionKey = "directory-version";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _reading = new(1, 1);

    public DirectorySnapshot Current { get; private set; } = DirectorySnapshot.Empty;

    /// <summary>Reads the shared state until it holds the version, for at most ten seconds; for whoever knows that it is there.</summary>
    public async Task CatchUpAsync(long version, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), clock);
        for (var tries = 0; tries < 200 && Current.Version < version; tries++)
        {
            await ReadAsync(stop);
            if (Current.Version < version)
                await timer.WaitForNextTickAsync(stop);
        }
    }

    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
            await ReadAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        await _reading.WaitAsync(stop);
        try
        {
            var version = await state.ReadTextAsync(VersionKey, stop);
            if (!long.TryParse(version, CultureInfo.InvariantCulture, out var newest) || newest == Current.Version)
                return;
            var read = await state.ReadAsync(Key, stop);
            if (read.Bytes.Length > 0)
                Current = new DirectorySnapshot(Coordination.V1.Directory.Parser.ParseFrom(read.Bytes));
        }
        catch (Exception e) when (SharedState.SharedState.IsAway(e))
        {
            PlatformLog.DirectoryNotRead(logger, Current.Version, e);
        }
        finally
        {
            _reading.Release();
        }
    }
}
