namespace Backoffice.Gateway.Limits;

/// <summary>
/// Units taken from the shared budget and not yet spent by this replica; they lapse soon, so that an idle replica hoards
/// nothing. While Redis is away it is a whole bucket of the replica's own.
/// </summary>
internal sealed class Lease
{
    private readonly Lock _lock = new();
    private int _units;
    private DateTimeOffset _until;
    private double? _alone;
    private DateTimeOffset _aloneAt;

    public bool TryTake(int units, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_units < units || now > _until)
                return false;
            _units -= units;
            return true;
        }
    }

    public bool AddAndTake(int granted, int units, DateTimeOffset until)
    {
        lock (_lock)
        {
            _units += granted;
            _until = until;
            if (_units < units)
                return false;
            _units -= units;
            return true;
        }
    }

    /// <summary>What the shared bucket's script does, for this replica alone: the units granted, up to those asked for.</summary>
    public int AskAlone(int burst, int perSecond, int asked, DateTimeOffset now)
    {
        lock (_lock)
        {
            var held = Math.Min(burst, (_alone ?? burst) + (Math.Max(0, (now - _aloneAt).TotalSeconds) * perSecond));
            var granted = Math.Min(asked, (int)held);
            (_alone, _aloneAt) = (held - granted, now);
            return granted;
        }
    }
}
