using System.Collections.Concurrent;
using System.Diagnostics;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Peers;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Backoffice.Platform.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>
/// Applies events of other services exactly once and in each producer's order: an event at or below the mark is skipped,
/// the next one is applied and moves the mark in the same turn, and one further ahead makes the missing ones be read from
/// the producer's feed first.
/// </summary>
internal sealed class Inbox(IServiceScopeFactory scopes, IEnumerable<ReactionRoute> routes, PeerChannels peers, ServiceIdentity service, ILogger<Inbox> logger)
    : IDisposable
{
    private readonly ILookup<string, ReactionRoute> _routes = routes.ToLookup(r => r.Type);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _lanes = new();

    public IReadOnlyList<string> Producers { get; } = [.. routes.Select(r => r.Producer).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Takes one event as pub/sub delivered it. Throws when it could not be applied, so that it is delivered again.</summary>
    public Task TakeAsync(EventRecord record, CancellationToken stop) => InLaneAsync(record.Producer, async () =>
    {
        var mark = await MarkAsync(record.Producer, stop);
        if (record.Sequence <= mark)
            return;
        if (record.Type.Length > 0 && record.Sequence == mark + 1)
        {
            await ApplyAsync(record, stop);
            return;
        }
        PlatformLog.GapHealed(logger, record.Producer, mark, record.Sequence);
        await ReadFeedAsync(record.Producer, mark, stop);
    });

    /// <summary>Reads everything a producer has that is not applied yet; on start-up and after a dead letter.</summary>
    public Task CatchUpAsync(string producer, CancellationToken stop) => InLaneAsync(producer, async () =>
        await ReadFeedAsync(producer, await MarkAsync(producer, stop), stop));

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    private async Task InLaneAsync(string producer, Func<Task> work)
    {
        var lane = _lanes.GetOrAdd(producer, _ => new SemaphoreSlim(1, 1));
        await lane.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            lane.Release();
        }
    }

    private async Task ReadFeedAsync(string producer, long mark, CancellationToken stop)
    {
        var feed = new EventFeedService.EventFeedServiceClient(peers.To(producer));
        while (true)
        {
            var page = await feed.ReadEventsAsync(new ReadEventsRequest { AfterSequence = mark }, cancellationToken: stop);
            if (page.Events.Count == 0)
                return;
            foreach (var record in page.Events)
            {
                await ApplyAsync(record, stop);
                mark = record.Sequence;
            }
        }
    }

    private async Task<long> MarkAsync(string producer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().ConsumerMarks.AsNoTracking()
            .Where(m => m.Producer == producer).Select(m => m.Sequence).SingleOrDefaultAsync(stop);
    }

    private async Task ApplyAsync(EventRecord record, CancellationToken stop)
    {
        using var activity = ServiceTelemetry.StartOf(record, "apply", ActivityKind.Consumer, service.Name);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Applying(record.Producer), stop);
        var mark = await db.ConsumerMarks.FindAsync([record.Producer], stop);
        // Another replica may have come first; its mark is what counts.
        if (mark is not null && record.Sequence <= mark.Sequence)
            return;
        if (mark is null)
            db.ConsumerMarks.Add(new ConsumerMark { Producer = record.Producer, Sequence = record.Sequence });
        else
            mark.Sequence = record.Sequence;
        foreach (var route in _routes[record.Type])
            await route.Run(scope.ServiceProvider, record, stop);
        await turn.CommitAsync();
    }
}
