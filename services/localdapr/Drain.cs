namespace Backoffice.LocalDapr;

/// <summary>Counts work in hand, so that closing can refuse new work and wait for the rest.</summary>
internal sealed class Drain
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inHand;
    private bool _closed;

    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_closed)
                return false;

            _inHand++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_inHand == 0 && _closed)
                _empty.TrySetResult();
        }
    }

    /// <summary>Completes when nothing is in hand any more; nothing enters from now on.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_inHand == 0)
                _empty.TrySetResult();
        }

        return _empty.Task;
    }
}
