namespace Backoffice.Regulations.Calendar;

/// <summary>How long something took while the office worked: nights, breaks and days off do not count.</summary>
public static class WorkingTime
{
    /// <param name="from">In the office's own time.</param>
    /// <param name="to">The same; not before <paramref name="from"/>.</param>
    /// <exception cref="CalendarNotPublishedException">A day between lies in a year without notice.</exception>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to, WorkingCalendar calendar, OfficeHours hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var (first, last) = (DateOnly.FromDateTime(from.DateTime), DateOnly.FromDateTime(to.DateTime));
        var worked = TimeSpan.Zero;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day))
                continue;
            var start = day == first ? TimeOnly.FromDateTime(from.DateTime) : TimeOnly.MinValue;
            var end = day == last ? TimeOnly.FromDateTime(to.DateTime) : TimeOnly.MaxValue;
            worked += Overlap(start, end, hours.Opens, hours.Noon) + Overlap(start, end, hours.Reopens, hours.Closes);
        }
        return worked;
    }

    private static TimeSpan Overlap(TimeOnly start, TimeOnly end, TimeOnly opens, TimeOnly closes)
    {
        var (from, to) = (start > opens ? start : opens, end < closes ? end : closes);
        return to > from ? to - from : TimeSpan.Zero;
    }
}
