namespace Backoffice.Testing;

/// <summary>
/// The system's own timers with another date, as where an administrator sets a clock: a fake clock moved by weeks would fire
/// every timer of those weeks.
/// </summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public TimeSpan Shift
    {
        get => new(Interlocked.Read(ref _shift));
        set => Interlocked.Exchange(ref _shift, value.Ticks);
    }

    public static ShiftedClock At(DateTimeOffset now) => new() { Shift = now - System.GetUtcNow() };

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
