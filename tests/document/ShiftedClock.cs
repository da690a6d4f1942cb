namespace Backoffice.Document.Tests;

/// <summary>The system's own timers with another date: a fake clock moved by weeks would fire every timer of those weeks.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public static ShiftedClock At(DateTimeOffset now) => new() { Shift = now - System.GetUtcNow() };

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
