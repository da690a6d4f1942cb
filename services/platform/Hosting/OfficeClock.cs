namespace Backoffice.Platform.Hosting;

/// <summary>The time, and the day and year it is where the office stands.</summary>
public sealed class OfficeClock(TimeProvider clock, PlatformOptions options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Today at the office.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The day an instant belongs to at the office.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(AtOffice(instant).DateTime);

    /// <summary>The same instant with the office's offset, as people there read it.</summary>
    public DateTimeOffset AtOffice(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>The instant of a time of day at the office.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }
}
