using System.Diagnostics.Metrics;
using Backoffice.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Matter = Backoffice.Procedures.Matters.Matter;
using MatterState = Backoffice.Procedures.V1.MatterState;

namespace Backoffice.Document.Matters;

/// <summary>The instruments of procedures: where matters stand and for how long, and where anybody acts.</summary>
internal sealed class MatterMetrics(ServiceMetrics metrics)
{
    private readonly Counter<long> _acts = metrics.Counter(Metrics.ProceduresActs);

    public Figures Open { get; } = metrics.Gauge(Metrics.ProceduresOpen);

    public Figures Oldest { get; } = metrics.Gauge(Metrics.ProceduresOldest);

    public Figures Overdue { get; } = metrics.Gauge(Metrics.ProceduresOverdue);

    /// <summary>Counts acts at a step; none, to begin its series, so that the first one counted is seen as one more.</summary>
    public void Count(string procedure, string step, int acts) => _acts.Add(acts, metrics.Own, new(Metrics.Procedure, procedure), new(Metrics.Step, step));
}

/// <summary>Counts open matters by procedure and step, in an index that holds nothing else: the finished ones cost nothing.</summary>
internal sealed class MatterFigures(DocumentDb db, MatterMetrics metrics, TimeProvider clock) : IFigureReader
{
    public async Task ReadAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var steps = await OpenAt(db.Matters, now).ToListAsync(stop);
        foreach (var step in steps)
            metrics.Count(step.Procedure, step.Step, 0);
        metrics.Open.Tell(steps.Select(s => ((double)s.Count, s.Labels)));
        metrics.Oldest.Tell(steps.Select(s => (Math.Max(0, (now - s.Oldest).TotalSeconds), s.Labels)));
        metrics.Overdue.Tell(steps.Select(s => ((double)s.Overdue, s.Labels)));
    }

    /// <summary>The one query.</summary>
    internal static IQueryable<OpenStep> OpenAt(IQueryable<Matter> matters, DateTimeOffset now) => matters
        .Where(m => m.Status == MatterState.Running).GroupBy(m => new { m.ProcedureId, m.PresentStep })
        .Select(g => new OpenStep(g.Key.ProcedureId, g.Key.PresentStep, g.Count(), g.Min(m => m.StartTime), g.Count(m => m.DueTime < now)));
}

/// <summary>What stands open at one step of a procedure.</summary>
internal sealed record OpenStep(string Procedure, string Step, int Count, DateTimeOffset Oldest, int Overdue)
{
    public string[] Labels => [Procedure, Step];
}
