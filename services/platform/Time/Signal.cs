using System.Threading.Channels;

namespace Backoffice.Platform.Time;

/// <summary>Wakes a loop that otherwise looks from time to time. Any number of signals before it wakes are one.</summary>
public sealed class Signal
{
    private readonly Channel<bool> _pending = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Send() => _pending.Writer.TryWrite(true);

    /// <summary>Waits for a signal.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken stop) => _pending.Reader.ReadAsync(stop);

    /// <summary>Waits for a signal, at most so long; false when none came.</summary>
    public async Task<bool> WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            return await _pending.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
