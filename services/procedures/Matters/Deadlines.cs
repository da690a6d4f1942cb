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
}
