using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.V1;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Calendar;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Statistics;

/// <summary>Counts and times what whoever was accountable has done.</summary>
internal sealed class WhenStepDone(CoordinationDb db, OfficeClock clock, WorkingCalendar calendar) : IReaction<MatterProgressed>
{
    public async Task OnAsync(MatterProgressed happened, EventRecord record, CancellationToken stop)
    {
        foreach (var task in happened.Progress.Changed.Where(IsDone))
            await CountAsync(happened.Progress.ProcedureTitle, task, stop);
    }

    private static bool IsDone(Procedures.V1.Task task) =>
        task is { Kind: TaskKind.Act, EndTime: not null, Outcome: TaskOutcome.Agreed or TaskOutcome.Disagreed or TaskOutcome.Returned };

    private async Task CountAsync(string procedureTitle, Procedures.V1.Task task, CancellationToken stop)
    {
        var (start, end) = (clock.AtOffice(task.AssignTime.ToDateTimeOffset()), clock.AtOffice(task.EndTime.ToDateTimeOffset()));
        var (month, line) = (Months.Of(DateOnly.FromDateTime(end.DateTime)), StepFigure.LineOf(procedureTitle, task.Step));
        var worked = WorkedBetween(start, end);
        if (await db.StepFigures.FindAsync([month, line], stop) is not { } figure)
            db.StepFigures.Add(figure = new StepFigure { Month = month, Line = line, ProcedureTitle = procedureTitle, Step = task.Step });
        figure.CountOne(task.StepTitle, task.Outcome != TaskOutcome.Agreed, task.DueTime is { } due && due.ToDateTimeOffset() < end, worked is not null);
        if (worked is not { } length)
            return;
        var stretch = Durations.StretchOf(length);
        if (await db.StepDurations.FindAsync([month, line, stretch], stop) is not { } duration)
            db.StepDurations.Add(duration = new StepDuration { Month = month, Line = line, Stretch = stretch });
        duration.CountOne();
    }

    // A year that is not published yet is not guessed; made anew once it is, the figures hold these too. Neither is how long
    // something took that by the clock ended before it began: the clock was set back meanwhile.
    private TimeSpan? WorkedBetween(DateTimeOffset start, DateTimeOffset end)
    {
        if (end < start)
            return null;
        try
        {
            return WorkingTime.Between(start, end, calendar, OfficeHours.Default);
        }
        catch (CalendarNotPublishedException)
        {
            return null;
        }
    }
}
