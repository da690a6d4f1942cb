using System.Collections.Concurrent;
using Backoffice.Platform.Peers;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Backoffice.Platform.V1;
using Grpc.Core;

namespace Backoffice.Platform.Events;

/// <summary>
/// Takes events of other services exactly once and in each producer's order: an event at or below the mark is skipped, the
/// next one is applied and moves the mark in the same turn, and one further ahead makes the missing ones be read from the
/// producer's feed first.
/// </summary>
internal sealed class Inbox(Applier applier, Reactions reactions, PeerChannels peers, ServiceMetrics metrics, ILogger<Inbox> logger) : IDisposable
{
    /// <summary>Events applied in one turn when there are many: other writers wait so long, and the disk is waited for once.</summary>
    private const int Run = 50;

    /// <summary>How often an event is tried before it is set aside: the first failure may be a chance, not the event's own fault.</summary>
    private const int Tries = 3;

    private readonly ConcurrentDictionary<string, Lane> _lanes = new();

    public IReadOnlyList<string> Producers => reactions.Producers;

    /// <summary>Takes one event as pub/sub delivered it. Throws when it could not be applied, so that it is delivered again.</summary>
    public Task TakeAsync(EventRecord record, CancellationToken stop) => InLaneAsync(record.Producer, async lane =>
    {
        var mark = await applier.MarkAsync(record.Producer, stop);
        if (record.Sequence <= mark)
            return;
        if (record.Type.Length > 0 && record.Sequence == mark + 1 && await applier.ApplyAsync(record.Producer, [record], stop) >= record.Sequence)
            return;
        PlatformLog.GapHealed(logger, record.Producer, mark, record.Sequence);
        await ReadFeedAsync(record.Producer, lane, stop);
        // Events overtake each other all the time; a heartbeat comes after seconds without any, and what it shows was lost.
        metrics.GapsHealed.Add(1, metrics.Own, new(Metrics.Source, record.Producer), new(Metrics.ShownBy, record.Type.Length > 0 ? "event" : "heartbeat"));
    });

    /// <summary>Reads everything a producer has that is not applied yet; on start-up and after a dead letter.</summary>
    public Task CatchUpAsync(string producer, CancellationToken stop) => InLaneAsync(producer, lane => ReadFeedAsync(producer, lane, stop));

    /// <summary>True for what is a matter of waiting, not of the event.</summary>
    public static bool IsPassing(Exception failure) =>
        failure is OperationCanceledException or RpcException { StatusCode: StatusCode.Unavailable } || StoreFailure.Of(failure) == StoreVerdict.Unavailable;

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    private async Task InLaneAsync(string producer, Func<Lane, Task> work)
    {
        var lane = _lanes.GetOrAdd(producer, _ => new Lane());
        await lane.Gate.WaitAsync();
        try
        {
            await work(lane);
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    private async Task ReadFeedAsync(string producer, Lane lane, CancellationToken stop)
    {
        var feed = new EventFeedService.EventFeedServiceClient(peers.To(producer));
        var mark = await applier.MarkAsync(producer, stop);
        while (true)
        {
            var page = await feed.ReadEventsAsync(new ReadEventsRequest { AfterSequence = mark }, cancellationToken: stop);
            if (page.Events.Count == 0)
                return;
            foreach (var run in page.Events.Chunk(Run))
                mark = await ApplyAsync(run, lane, stop);
        }
    }

    private async Task<long> ApplyAsync(EventRecord[] run, Lane lane, CancellationToken stop)
    {
        try
        {
            return await applier.ApplyAsync(run[0].Producer, run, stop);
        }
        catch (Exception e) when (run.Length > 1 && !IsPassing(e))
        {
            // One of them is at fault; alone it shows which.
            var mark = 0L;
            foreach (var record in run)
                mark = await ApplyAsync([record], lane, stop);
            return mark;
        }
        catch (Exception e) when (!IsPassing(e))
        {
            if (lane.CountFailure(run[0].Sequence) < Tries)
                throw;
            await applier.SetAsideAsync(run[0], e, stop);
            return run[0].Sequence;
        }
    }

    /// <summary>One producer's events, one after another.</summary>
    private sealed class Lane : IDisposable
    {
        private long _failing;
        private int _failures;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        /// <summary>Counts a failure of the event at the head of the lane, and returns how many there were.</summary>
        public int CountFailure(long sequence)
        {
            _failures = _failing == sequence ? _failures + 1 : 1;
            _failing = sequence;
            return _failures;
        }

        public void Dispose() => Gate.Dispose();
    }
}
