using System.Globalization;
using Backoffice.Platform.Hosting;
using Backoffice.Procedures.Definitions;
using Backoffice.Regulations.Calendar;

namespace Backoffice.Procedures.Matters;

/// <summary>Until when a step is due, counted in the office's own time and calendar.</summary>
public sealed class Deadlines(WorkingCalendar calendar, OfficeClock clock)
{
    public Due Of(Step step, DateTimeOffset from)
    {
        var deadline = Deadline.Of(clock.AtOffice(from), TimeLimit.Parse(step.Limit), calendar);
        return new Due(deadline.Due, deadline.ExplanationZh);
    }

    /// <summary>The end of a day that somebody set.</summary>
    public Due On(DateOnly day) => new(clock.At(day, OfficeHours.Default.Closes), string.Create(CultureInfo.InvariantCulture, $"要求{day.Month}月{day.Day}日前办结。"));
}
