namespace Backoffice.Regulations.Calendar;

/// <summary>
/// When something is due, and the sentence that says why. Without an instant the term reaches a year whose holidays are
/// not published; it is counted again when they are.
/// </summary>
public sealed record Deadline(DateTimeOffset? Due, string ExplanationZh, string ExplanationEn)
{
    /// <param name="start">In the office's own time; its day does not count.</param>
    public static Deadline Of(DateTimeOffset start, TimeLimit limit, WorkingCalendar calendar, OfficeHours? hours = null)
    {
        try
        {
            var due = DueAt(start, limit, calendar, hours ?? OfficeHours.Default);
            return new(due, DeadlineSentence.Chinese(start, limit, due, calendar), DeadlineSentence.English(start, limit, due, calendar));
        }
        catch (CalendarNotPublishedException e)
        {
            return new(null, DeadlineSentence.UnpublishedChinese(start, limit, e.Year), DeadlineSentence.UnpublishedEnglish(start, limit, e.Year));
        }
    }

    private static DateTimeOffset DueAt(DateTimeOffset start, TimeLimit limit, WorkingCalendar calendar, OfficeHours hours)
    {
        var day = DateOnly.FromDateTime(start.DateTime);
        return limit.Unit switch
        {
            TimeUnit.Hours => start.AddHours(limit.Amount),
            TimeUnit.Days => At(day.AddDays(limit.Amount), hours.Closes),
            TimeUnit.WorkingDays => At(calendar.AddWorkingDays(day, limit.Amount), hours.Closes),
            TimeUnit.HalfDays => HalfDaysAfter(),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };

        // The half-day of the start does not count, as the day of the start does not: half-days are numbered from the
        // start day's morning (0), and an afternoon is the odd one. A day that is not worked has no half-days at all.
        DateTimeOffset HalfDaysAfter()
        {
            var started = !calendar.IsWorkingDay(day) || TimeOnly.FromDateTime(start.DateTime) > hours.Noon ? 1 : 0;
            var half = started + limit.Amount;
            return At(calendar.AddWorkingDays(day, half / 2), half % 2 == 0 ? hours.Noon : hours.Closes);
        }

        DateTimeOffset At(DateOnly on, TimeOnly at) => new(on.ToDateTime(at), start.Offset);
    }
}
