namespace Backoffice.Regulations.Calendar;

/// <summary>
/// Working days (工作日) of the People's Republic: the ordinary week, corrected by the yearly holiday notices, make-up days (调休)
/// included. Terms in calendar days never use it. A year without notice is an error, never a guess.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<int, HolidayNotice> _notices = [];
    private readonly Dictionary<DateOnly, Arrangement> _arrangements = [];

    /// <summary>Of two notices for one year the later in the list counts, as when a holiday was prolonged in 2020.</summary>
    public WorkingCalendar(IEnumerable<HolidayNotice> notices)
    {
        foreach (var notice in notices.Where(n => n.Days.Count > 0))
            _notices[notice.Year] = notice;

        // Ascending, so that next year's notice has the last word on the end of December.
        foreach (var day in _notices.Values.OrderBy(n => n.Year).SelectMany(n => n.Days))
            _arrangements[day.Date] = day;
    }

    /// <summary>The notices this build carries. A later one is added by <see cref="With"/>.</summary>
    public static WorkingCalendar National { get; } = new(Embedded());

    /// <summary>This calendar and further notices, such as the next year's, which needs no new build.</summary>
    public WorkingCalendar With(params IEnumerable<HolidayNotice> further) => new(_notices.Values.Concat(further));

    /// <summary>The notices this build carries and those in a folder of the site, one JSON file each; empty for none.</summary>
    public static WorkingCalendar Of(string folder) => folder.Length == 0
        ? National
        : National.With([.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => HolidayNotice.Parse(File.ReadAllText(f)))]);

    public bool IsPublished(int year) => _notices.ContainsKey(year);

    /// <summary>What a notice says of the day; null for a day of the ordinary week.</summary>
    public Arrangement? ArrangementOf(DateOnly day) => _arrangements.GetValueOrDefault(day);

    /// <exception cref="CalendarNotPublishedException">No notice decides the day.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (ArrangementOf(day) is { } arrangement)
            return !arrangement.IsOff;
        RequirePublished(day.Year);
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The nth working day after the start day, which does not count itself; before it, if n is negative.</summary>
    /// <exception cref="CalendarNotPublishedException">The count reaches a year without notice.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int n)
    {
        var day = start;
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(Math.Sign(n));
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>Working days after the start day up to and including the end day: what <see cref="AddWorkingDays"/> counts.</summary>
    public int WorkingDaysBetween(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        var days = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                days++;
        }
        return days;
    }

    public int WorkingDaysIn(int year)
    {
        RequirePublished(year);
        return WorkingDaysBetween(new DateOnly(year, 1, 1).AddDays(-1), new(year, 12, 31));
    }

    public int WorkingDaysIn(int year, int month)
    {
        RequirePublished(year);
        return WorkingDaysBetween(new DateOnly(year, month, 1).AddDays(-1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
    }

    private void RequirePublished(int year)
    {
        if (!IsPublished(year))
            throw new CalendarNotPublishedException(year);
    }

    private static IEnumerable<HolidayNotice> Embedded()
    {
        var assembly = typeof(WorkingCalendar).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("holidays/", StringComparison.Ordinal)))
        {
            using var file = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return HolidayNotice.Parse(file.ReadToEnd());
        }
    }
}
