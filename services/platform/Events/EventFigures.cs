using System.Collections.Concurrent;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>The gauges of the path of events.</summary>
internal sealed class EventGauges(ServiceMetrics metrics)
{
    public Figures Lag { get; } = metrics.Gauge(Metrics.EventsLag);

    public Figures Delay { get; } = metrics.Gauge(Metrics.EventsDelay);

    public Figures DeadLetters { get; } = metrics.Gauge(Metrics.DeadLetters);

    public Figures RelayBacklog { get; } = metrics.Gauge(Metrics.RelayBacklog);

    /// <summary>Where each source was when it last answered: a source that is away is behind as far as is known.</summary>
    public ConcurrentDictionary<string, SourceEnd> Ends { get; } = new();
}

/// <summary>Where a source's log ends, and the first event behind a mark in it.</summary>
/// <param name="Next">When the first event that was not applied happened; null when all were.</param>
internal sealed record SourceEnd(long Last, DateTimeOffset? Next);

/// <summary>Reads how far the service is behind its sources and its relay behind it: single rows by their keys, however long the logs are.</summary>
internal sealed class EventFigures(ServiceDb db, Consumption consumption, EventGauges gauges, Reactions reactions, Relay relay, ILogger<EventFigures> logger, TimeProvider clock) : IFigureReader
{
    public async Task ReadAsync(CancellationToken stop)
    {
        await ReadOwnAsync(stop);
        var marks = await consumption.MarksAsync(stop);
        await Task.WhenAll(reactions.Producers.Select(p => AskAsync(p, marks.GetValueOrDefault(p), stop)));
        var behind = reactions.Producers.Select(p => (Producer: p, End: gauges.Ends.GetValueOrDefault(p), Mark: marks.GetValueOrDefault(p))).Where(p => p.End is not null).ToList();
        gauges.Lag.Tell(behind.Select(p => ((double)Math.Max(0, p.End!.Last - p.Mark), new[] { p.Producer })));
        gauges.Delay.Tell(behind.Select(p => (p.End!.Last > p.Mark && p.End.Next is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0, new[] { p.Producer })));
    }

    private async Task ReadOwnAsync(CancellationToken stop)
    {
        var letters = await consumption.DeadLettersAsync(stop);
        gauges.DeadLetters.Tell(reactions.Producers.Union(letters.Keys).Select(p => ((double)letters.GetValueOrDefault(p), new[] { p })));
        // The mark is read first: an event recorded between the two is behind, one handed over between them is not.
        var handed = Math.Max(await db.RelayMarks.AsNoTracking().Select(m => m.Sequence).SingleAsync(stop), relay.Published);
        var last = await db.LedgerHeads.AsNoTracking().Select(h => h.EventSequence).SingleAsync(stop);
        gauges.RelayBacklog.Tell(Math.Max(0, last - handed));
    }

    private async Task AskAsync(string producer, long mark, CancellationToken stop)
    {
        try
        {
            var page = await consumption.AskAsync(producer, mark, stop);
            gauges.Ends[producer] = new SourceEnd(page.LastSequence, page.Events.FirstOrDefault()?.OccurTime.ToDateTimeOffset());
        }
        catch (RpcException e) when (!stop.IsCancellationRequested)
        {
            PlatformLog.SourceNotAsked(logger, producer, e);
        }
    }
}
