using System.Globalization;

namespace Backoffice.Regulations.Calendar;

/// <summary>Says in one sentence how a deadline was counted, so that nobody has to count after the machine.</summary>
internal static class DeadlineSentence
{
    private static readonly Dictionary<string, string> HolidayNames = new()
    {
        ["元旦"] = "New Year",
        ["春节"] = "Spring Festival",
        ["清明节"] = "Qingming",
        ["劳动节"] = "Labour Day",
        ["端午节"] = "Dragon Boat Festival",
        ["中秋节"] = "Mid-Autumn Festival",
        ["国庆节"] = "National Day",
    };

    public static string Chinese(DateTimeOffset start, TimeLimit limit, DateTimeOffset due, WorkingCalendar calendar)
    {
        var clauses = Stretches(start, limit, due, calendar).Select(s => s.IsOff
            ? $"{s.Holiday}{ZhDay(s.First, start)}{(s.First == s.Last ? "" : $"至{ZhUntil(s.First, s.Last)}")}不计"
            : $"{ZhDay(s.First, start)}调休上班计入");
        return string.Join('，', [ZhTerm(start, limit), .. clauses, $"至{ZhDay(Day(due), start)}{Time(due)}"]);
    }

    public static string English(DateTimeOffset start, TimeLimit limit, DateTimeOffset due, WorkingCalendar calendar)
    {
        var clauses = Stretches(start, limit, due, calendar).Select(s => s.IsOff
            ? $"{EnHoliday(s.Holiday)} {EnDay(s.First, start)}{(s.First == s.Last ? "" : $" to {EnDay(s.Last, start)}")} not counted"
            : $"make-up working day {EnDay(s.First, start)} counted");
        return string.Join(", ", [EnTerm(start, limit), .. clauses, $"until {EnDay(Day(due), start)} {Time(due)}"]);
    }

    public static string UnpublishedChinese(DateTimeOffset start, TimeLimit limit, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{ZhTerm(start, limit)}，{year}年节假日安排尚未公布，期限暂不能确定");

    public static string UnpublishedEnglish(DateTimeOffset start, TimeLimit limit, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{EnTerm(start, limit)}: the holiday arrangement of {year} is not published, so the deadline cannot be set yet");

    /// <summary>What the notices say of the days after the start, neighbours under one name taken together.</summary>
    private static List<Stretch> Stretches(DateTimeOffset start, TimeLimit limit, DateTimeOffset due, WorkingCalendar calendar)
    {
        var stretches = new List<Stretch>();
        // Calendar days and hours run through holidays: there is nothing to explain.
        if (limit.Unit is TimeUnit.Days or TimeUnit.Hours)
            return stretches;

        for (var day = Day(start).AddDays(1); day <= Day(due); day = day.AddDays(1))
        {
            if (calendar.ArrangementOf(day) is not { } named)
                continue;
            if (stretches is [.., { IsOff: true } last] && named.IsOff && last.Last.AddDays(1) == day && last.Holiday == named.Holiday)
                stretches[^1] = last with { Last = day };
            else
                stretches.Add(new(named.Holiday, named.IsOff, day, day));
        }
        return stretches;
    }

    private static string ZhTerm(DateTimeOffset start, TimeLimit limit) => $"自{ZhDay(Day(start), start)}起{limit.ToChinese()}";

    private static string EnTerm(DateTimeOffset start, TimeLimit limit) => $"{limit} from {EnDay(Day(start), start)}";

    // The year is said only where it is not the year the term began in.
    private static string ZhDay(DateOnly day, DateTimeOffset start) =>
        day.ToString(day.Year == start.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string ZhUntil(DateOnly first, DateOnly last) =>
        last.ToString(first.Month == last.Month ? "d日" : "M月d日", CultureInfo.InvariantCulture);

    private static string EnDay(DateOnly day, DateTimeOffset start) =>
        day.ToString(day.Year == start.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string EnHoliday(string name) =>
        string.Join(" and ", name.Split('、').Select(n => HolidayNames.TryGetValue(n, out var en) ? $"{en} ({n})" : n));

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private sealed record Stretch(string Holiday, bool IsOff, DateOnly First, DateOnly Last);
}
