using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Backoffice.Platform.V1;
using Dapr.Client;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>
/// Hands committed events to pub/sub, in order, at least once. Woken by a commit; between commits a heartbeat with the last
/// sequence lets consumers see a tail that got lost. Two replicas may both publish: consumers drop what they have.
/// </summary>
internal sealed class Relay(IServiceScopeFactory scopes, TurnQueue turns, DaprClient dapr, ServiceIdentity service, ILogger<Relay> logger, TimeProvider clock)
    : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <summary>How long the kept mark may lie behind. Keeping it waits for the disk, in the way of those who change records.</summary>
    private static readonly TimeSpan MarkPause = TimeSpan.FromSeconds(1);

    private long _published;
    private long _markKept;

    /// <summary>The last event that this replica handed over; what another did shows in the kept mark.</summary>
    public long Published => Volatile.Read(ref _published);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var published = await PublishNewAsync(stoppingToken);
                if (published < Batch && !await WaitAsync(stoppingToken))
                    await BeatAsync(stoppingToken);
            }
            catch (Exception e) when (SharedState.SharedState.IsAway(e) || StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                PlatformLog.RelayFailed(logger, e);
                await WaitAsync(stoppingToken);
            }
        }
    }

    /// <summary>Waits for a commit, at most a heartbeat long; false when none came.</summary>
    private Task<bool> WaitAsync(CancellationToken stop) => turns.Published.WaitAsync(Heartbeat, clock, stop);

    private async Task<int> PublishNewAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var kept = await db.RelayMarks.AsNoTracking().Select(m => m.Sequence).SingleAsync(stop);
        var mark = Math.Max(kept, _published);
        var rows = await db.Events.AsNoTracking().Where(e => e.Sequence > mark).OrderBy(e => e.Sequence).Take(Batch).ToListAsync(stop);
        foreach (var row in rows)
            await PublishAsync(row.ToRecord(service.Name), $"{service.Name}/{row.Sequence}", stop);
        Volatile.Write(ref _published, rows.Count > 0 ? rows[^1].Sequence : mark);
        if (_published > kept && clock.GetElapsedTime(_markKept) > MarkPause)
        {
            // The mark only says what need not be published again; what lies behind it after a crash is sent once more. Kept in a
            // turn all the same: a writer beside the queue finds SQLite's lock free once in seconds under load, and hands on nothing meanwhile.
            await using var turn = await db.BeginTurnAsync(Writer.Upkeep(service, "relay"), stop);
            await db.RelayMarks.Where(m => m.Sequence < _published).ExecuteUpdateAsync(m => m.SetProperty(x => x.Sequence, _published), stop);
            await turn.CommitAsync();
            _markKept = clock.GetTimestamp();
        }
        return rows.Count;
    }

    private async Task BeatAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<ServiceDb>().LedgerHeads.AsNoTracking().Select(h => h.EventSequence).SingleAsync(stop);
        if (last > 0)
            await PublishAsync(new EventRecord { Producer = service.Name, Sequence = last }, $"{service.Name}/beat/{Guid.CreateVersion7()}", stop);
    }

    private Task PublishAsync(EventRecord record, string id, CancellationToken stop)
    {
        using var activity = ServiceTelemetry.StartOf(record, "publish", System.Diagnostics.ActivityKind.Producer, service.Name);
        return dapr.PublishByteEventAsync(
            Topics.PubSub,
            Topics.Of(service.Name),
            System.Text.Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(record)),
            "application/json",
            new Dictionary<string, string> { ["cloudevent.id"] = id, ["cloudevent.source"] = service.Name, ["cloudevent.type"] = record.Type },
            stop);
    }
}
