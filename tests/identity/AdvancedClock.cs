namespace Backoffice.Identity.Tests;

/// <summary>The machine's clock, put forward by tests. Timers run as ever: the many short ones of a service need not fire for every hour skipped.</summary>
internal sealed class AdvancedClock : TimeProvider
{
    private long _ticks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _ticks) * (TimestampFrequency / TimeSpan.TicksPerSecond);
}
