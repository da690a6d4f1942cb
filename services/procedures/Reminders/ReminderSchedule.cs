using Backoffice.Platform.Hosting;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Calendar;

namespace Backoffice.Procedures.Reminders;

/// <summary>One reminder of one task: when, and how many working days are left; negative after the due day.</summary>
public sealed record Reminder(DateTimeOffset Time, int DaysLeft)
{
    /// <summary>What is said to whoever is reminded, with the sentence that explains the due time.</summary>
    public string Say(MatterTask task) => $"{Words}{(task.DueExplanation.Length > 0 ? $"（{task.DueExplanation.TrimEnd('。')}）" : "")}。";

    private string Words => DaysLeft switch
    {
        > 0 => $"距办理时限还有{DaysLeft}个工作日",
        0 => "今日为办理时限",
        _ => $"已超过办理时限{-DaysLeft}个工作日",
    };
}

/// <summary>Counts reminders in the office's own time and calendar. They fall due when the office opens.</summary>
public sealed class ReminderSchedule(UrgingRules rules, WorkingCalendar calendar, OfficeClock clock)
{
    public UrgingRules Rules => rules;

    /// <summary>The next reminder of any of these tasks after an instant; null when none will come.</summary>
    public DateTimeOffset? NextOf(IEnumerable<MatterTask> tasks, DateTimeOffset after) =>
        tasks.Where(t => t.IsOpen).Select(t => NextOf(t, after)?.Time).Min();

    /// <summary>The last reminder of a task from one instant to another, both included; null when there is none between.</summary>
    public Reminder? LastOf(MatterTask task, DateTimeOffset from, DateTimeOffset to)
    {
        Reminder? last = null;
        for (var next = NextOf(task, from.AddTicks(-1)); next is not null && next.Time <= to; next = NextOf(task, next.Time))
            last = next;
        return last;
    }

    /// <summary>Nothing is said of a due day in a year whose working days are not published: the next act counts again.</summary>
    private Reminder? NextOf(MatterTask task, DateTimeOffset after)
    {
        if (task.DueTime is not { } due)
            return null;
        // What was due before it was given, or is given on its last day, is known to whoever gets it.
        var since = after > task.AssignTime ? after : task.AssignTime;
        try
        {
            return UntilDue(clock.DayOf(due)).Concat(AfterDue(clock.DayOf(due), clock.DayOf(since))).FirstOrDefault(r => r.Time > since);
        }
        catch (CalendarNotPublishedException)
        {
            return null;
        }
    }

    private IEnumerable<Reminder> UntilDue(DateOnly due)
    {
        var days = rules.Before.OrderDescending().ToList();
        // A day that is not worked is reminded of on the one before it.
        if (rules.OnDueDay)
            days.Add(calendar.IsWorkingDay(due) ? 0 : 1);
        foreach (var left in days.Distinct())
            yield return At(calendar.AddWorkingDays(due, -left), left);
    }

    private IEnumerable<Reminder> AfterDue(DateOnly due, DateOnly since)
    {
        if (rules.AfterEvery == 0)
            yield break;
        var passed = since > due ? calendar.WorkingDaysBetween(due, since) : 0;
        for (var late = Math.Max(rules.AfterEvery, passed / rules.AfterEvery * rules.AfterEvery); ; late += rules.AfterEvery)
            yield return At(calendar.AddWorkingDays(due, late), -late);
    }

    private Reminder At(DateOnly day, int left) => new(clock.At(day, OfficeHours.Default.Opens), left);
}
