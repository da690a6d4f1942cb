using Backoffice.Platform.Telemetry;
using Backoffice.Platform.Time;

namespace Backoffice.Platform.Storage;

/// <summary>
/// Lets the writers of one store pass one after another, and commits them together: while a commit waits for the disk the
/// next writers gather, and one more commit carries them all. The log without gaps and the chained trail need an order of
/// writers anyway; this way the order costs one wait for the disk per group, not per call (ADR 0002).
/// </summary>
internal sealed class TurnQueue(StoreConnections connections, ServiceMetrics metrics, TimeProvider clock) : IDisposable
{
    private const int MostMembers = 64;
    private static readonly TimeSpan MostAge = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private TurnGroup? _open;
    private int _waiting;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What a context connects with outside a turn; null where it has a data source.</summary>
    public string? ConnectionString => connections.Postgres is null ? connections.Text : null;

    /// <summary>Waits for the turn. Whoever enters must leave.</summary>
    public async Task<TurnGroup> EnterAsync(CancellationToken stop)
    {
        await WaitAsync(stop);

        var entered = false;
        try
        {
            _open ??= await TurnGroup.OpenAsync(connections, clock);
            await _open.StartMemberAsync();
            entered = true;
            return _open;
        }
        finally
        {
            if (!entered)
                await GiveUpAsync();
        }
    }

    /// <summary>Leaves, keeping or undoing what was written; returns when what was kept is on the disk.</summary>
    /// <exception cref="TurnLostException">The group was not committed.</exception>
    public async Task LeaveAsync(TurnGroup group, bool keep)
    {
        try
        {
            var intact = await group.EndMemberAsync(keep);
            if (!intact || Volatile.Read(ref _waiting) == 0 || group.Members >= MostMembers || group.Age(clock) > MostAge)
                await CloseAsync(group, lost: !intact);
        }
        finally
        {
            _gate.Release();
        }
        if (keep)
            await group.Done;
    }

    /// <summary>Wakes the relay: there are events to hand to pub/sub.</summary>
    public Signal Published { get; } = new();

    /// <summary>Wakes whoever looks after the file: something was written.</summary>
    public Signal Committed { get; } = new();

    public void Dispose() => _gate.Dispose();

    private async Task WaitAsync(CancellationToken stop)
    {
        Interlocked.Increment(ref _waiting);
        var start = clock.GetTimestamp();
        try
        {
            await _gate.WaitAsync(stop);
            Interlocked.Decrement(ref _waiting);
            metrics.StoreWait.Record(clock.GetElapsedTime(start).TotalSeconds, metrics.Own);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _waiting);
            await ReplaceAsync();
            throw;
        }
    }

    /// <summary>Does for a writer that no longer comes what was left to it: whoever left before it may have counted on it to close their group.</summary>
    private async Task ReplaceAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_open is { } left && Volatile.Read(ref _waiting) == 0)
                await CloseAsync(left, lost: false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends a turn that could not begin, and the group whose connection did not let it.</summary>
    private async Task GiveUpAsync()
    {
        try
        {
            if (_open is { } broken)
                await CloseAsync(broken, lost: true);
        }
        finally
        {
            // A connection that is broken enough may not even close; whoever is next opens another.
            _gate.Release();
        }
    }

    private async Task CloseAsync(TurnGroup group, bool lost)
    {
        _open = null;
        await group.CloseAsync(lost);
        Committed.Send();
    }
}

/// <summary>A group of changes could not be committed; none of it happened and every caller may repeat.</summary>
public sealed class TurnLostException(Exception? inner) : Exception("The change could not be committed.", inner);
