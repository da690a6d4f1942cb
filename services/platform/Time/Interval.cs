using Backoffice.Platform.Errors;

namespace Backoffice.Platform.Time;

/// <summary>
/// The time from a start to an end, the start included and the end not, so that intervals which touch do not overlap.
/// Instants decide; the offsets only say how the interval is shown.
/// </summary>
public sealed record Interval
{
    internal Interval(DateTimeOffset start, DateTimeOffset end) => (Start, End) = (start, end);

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    /// <summary>Makes an interval no longer than allowed.</summary>
    /// <exception cref="Refusal">INVALID_INTERVAL.</exception>
    public static Interval Of(DateTimeOffset start, DateTimeOffset end, TimeSpan longest)
    {
        if (end <= start)
            throw PlatformErrors.InvalidInterval(start, end, "结束时间不晚于开始时间 (the end is not behind the start)");
        if (end - start > longest)
            throw PlatformErrors.InvalidInterval(start, end, $"超过 {longest.TotalDays:0.##} 天 (longer than {longest.TotalDays:0.##} days)");
        return new Interval(start, end);
    }

    public bool Overlaps(Interval other) => Start < other.End && other.Start < End;

    /// <summary>Refuses an interval of which nothing lies ahead.</summary>
    /// <exception cref="Refusal">INVALID_INTERVAL.</exception>
    public void ExpectAhead(DateTimeOffset now)
    {
        if (IsOver(now))
            throw PlatformErrors.InvalidInterval(Start, End, "已经过去 (it is over)");
    }

    public bool IsOver(DateTimeOffset now) => End <= now;
}
