using System.Globalization;
using Backoffice.Platform.Time;

namespace Backoffice.Platform.Organisation;

/// <summary>
/// The directory as this process knows it. Coordination keeps it in the shared state beside a small key with its version;
/// the version is read every few seconds, and at once and then often when an event says that there is a newer one.
/// </summary>
public sealed class DirectoryCache(SharedState.SharedState state, ILogger<DirectoryCache> logger, TimeProvider clock) : BackgroundService
{
    public const string Key = "directory";
    public const string VersionKey = "directory-version";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Signal _news = new();
    private long _wanted;
    private DateTimeOffset _wantedUntil;

    public DirectorySnapshot Current { get; private set; } = DirectorySnapshot.Empty;

    /// <summary>False until a first directory was read: <see cref="Current"/> says of nobody then what they may do.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>There is a directory of this version: look for it until it is found, or for a while.</summary>
    public void LookFor(long version)
    {
        _wanted = Math.Max(_wanted, version);
        _wantedUntil = clock.GetUtcNow() + Patience;
        _news.Send();
    }

    /// <summary>Waits until a version is known, for a while; for whoever knows that it is there.</summary>
    public async Task CatchUpAsync(long version, CancellationToken stop)
    {
        LookFor(version);
        using var timer = new PeriodicTimer(ShortInterval, clock);
        while (Current.Version < version && clock.GetUtcNow() < _wantedUntil)
            await timer.WaitForNextTickAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadAsync(stoppingToken);
            await _news.WaitAsync(Current.Version < _wanted && clock.GetUtcNow() < _wantedUntil ? ShortInterval : IsKnown ? Interval : FirstInterval, clock, stoppingToken);
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            var version = await state.ReadTextAsync(VersionKey, stop);
            if (!long.TryParse(version, CultureInfo.InvariantCulture, out var newest) || (IsKnown && newest == Current.Version))
                return;
            var read = await state.ReadAsync(Key, stop);
            // The version is written first; an empty directory is an empty message.
            if (read.Length == 0 && newest > 0)
                return;
            Current = new DirectorySnapshot(DirectoryState.Read(read));
            IsKnown = true;
        }
        catch (Exception e) when (SharedState.SharedState.IsAway(e) && !stop.IsCancellationRequested)
        {
            PlatformLog.DirectoryNotRead(logger, Current.Version, e);
        }
        catch (Exception e) when (stop.IsCancellationRequested && (e is OperationCanceledException || SharedState.SharedState.IsAway(e)))
        {
            // Stopping; the sidecar may be gone before this loop is.
        }
    }
}
