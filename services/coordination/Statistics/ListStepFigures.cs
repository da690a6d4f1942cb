using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Statistics;

internal sealed partial class StatisticsService
{
    public override async Task<ListStepFiguresResponse> ListStepFigures(ListStepFiguresRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var figures = Filter.Parse(request.Filter).Aggregate(db.StepFigures.AsNoTracking(), Apply);
        var rows = await figures.PageOf(page).ToListAsync(stop);
        var shown = rows.Take(page.Size).ToList();
        var (months, lines) = (shown.Select(f => f.Month).Distinct().ToList(), shown.Select(f => f.Line).Distinct().ToList());
        var durations = (await db.StepDurations.AsNoTracking().Where(d => months.Contains(d.Month) && lines.Contains(d.Line)).ToListAsync(stop))
            .ToLookup(d => (d.Month, d.Line), d => (d.Stretch, d.Count));
        var overdue = await OpenOverdueAsync(stop);
        return new ListStepFiguresResponse
        {
            StepFigures = { shown.Select(f => ToProto(f, [.. durations[(f.Month, f.Line)]])) },
            NextPageToken = page.Next(rows, Months.KeyOf),
            OpenOverdue = { overdue },
            OpenOverdueCount = overdue.Sum(o => o.Count),
        };
    }

    /// <summary>Time alone makes a task overdue, so these are counted now: along the index of each inbox that has something to do.</summary>
    private async Task<List<OpenOverdue>> OpenOverdueAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var late = from busy in db.InboxCounts.AsNoTracking()
                   where busy.Tab == InboxTab.ToDo && busy.Count > 0
                   from entry in db.InboxEntries.Where(e => e.Principal == busy.Principal && e.Tab == InboxTab.ToDo && e.DueTime < now)
                   join matter in db.InboxMatters on entry.Matter equals matter.Name
                   group entry by matter.ProcedureTitle into procedure
                   select new OpenOverdue { ProcedureTitle = procedure.Key, Count = procedure.LongCount() };
        return [.. (await late.ToListAsync(stop)).OrderByDescending(o => o.Count).ThenBy(o => o.ProcedureTitle, StringComparer.Ordinal)];
    }

    private static IQueryable<StepFigure> Apply(IQueryable<StepFigure> figures, Condition condition)
    {
        switch (condition.Field)
        {
            case "month":
                return figures.InMonths(condition);
            case "procedure_title":
                var procedureIs = condition.IsEquality();
                return figures.Where(f => (f.ProcedureTitle == condition.Value) == procedureIs);
            case "step":
                var stepIs = condition.IsEquality();
                return figures.Where(f => (f.Step == condition.Value) == stepIs);
            default:
                throw condition.NotUnderstood();
        }
    }

    private static V1.StepFigure ToProto(StepFigure figure, IReadOnlyCollection<(int Stretch, long Count)> durations) => new()
    {
        Month = Months.Text(figure.Month),
        ProcedureTitle = figure.ProcedureTitle,
        Step = figure.Step,
        StepTitle = figure.StepTitle,
        DoneCount = figure.DoneCount,
        ReturnedCount = figure.ReturnedCount,
        ReturnedShare = (double)figure.ReturnedCount / figure.DoneCount,
        OverdueCount = figure.OverdueCount,
        MedianWorkingTime = Durations.Quantile(0.5, durations) is { } median ? Duration.FromTimeSpan(median) : null,
        P90WorkingTime = Durations.Quantile(0.9, durations) is { } p90 ? Duration.FromTimeSpan(p90) : null,
        UntimedCount = figure.UntimedCount,
    };
}
