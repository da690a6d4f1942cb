using System.Collections.Concurrent;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;

namespace Backoffice.Coordination.Inbox;

/// <summary>
/// Tells open streams that their inbox has changed. One loop looks for all of them, so that a change that reaches a thousand
/// streams is two statements. Between changes it looks every few seconds: time makes tasks overdue, delegations begin and
/// end, and what Redis should have told may be lost. A caller is described anew at each look: posts may be lost meanwhile.
/// </summary>
internal sealed class InboxLive(
    IServiceScopeFactory scopes, InboxChannel channel, DirectoryCache directory, RevokedTokens revoked, ILogger<InboxLive> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Rest between two looks: changes of a burst are looked at together.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<InboxWatch, bool> _watches = new();
    private readonly ConcurrentQueue<InboxChange> _told = new();
    private readonly Signal _news = new();
    private readonly List<InboxChange> _changes = [];
    private InboxTally _tally = new();
    private long _lookedAtAll;

    /// <summary>Has every replica tell its streams. Never fails and never waits: the change is on the disk already.</summary>
    public void Tell(InboxChange change)
    {
        if (!channel.TrySend(change))
            Take(change);
    }

    /// <summary>Watches an inbox until the watch is disposed.</summary>
    public InboxWatch Watch(Caller caller)
    {
        var watch = new InboxWatch(caller, clock.GetUtcNow(), w => _watches.TryRemove(w, out _));
        _watches.TryAdd(watch, true);
        _news.Send();
        return watch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        channel.Listen(Take);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                // The changes are kept and looked at again.
                CoordinationLog.InboxesNotRead(logger, e);
            }
            await Task.Delay(Rest, clock, stoppingToken);
            await _news.WaitAsync(Interval, clock, stoppingToken);
        }
    }

    private void Take(InboxChange change)
    {
        if (_watches.IsEmpty)
            return;
        _told.Enqueue(change);
        _news.Send();
    }

    private async Task LookAsync(CancellationToken stop)
    {
        while (_told.TryDequeue(out var change))
            _changes.Add(change);
        var begun = clock.GetTimestamp();
        var all = clock.GetElapsedTime(_lookedAtAll, begun) >= Interval;
        var matters = _changes.SelectMany(c => c.Principals.Select(p => (Principal: p, c.Matter))).ToLookup(c => c.Principal, c => c.Matter);
        var due = _watches.Keys.Where(w => all || w.IsNew || w.Desk.Principals.Any(matters.Contains)).ToList();
        if (due.Count > 0)
            await TellAsync(due, all, matters, stop);
        _changes.Clear();
        if (all)
            _lookedAtAll = begun;
    }

    private async Task TellAsync(List<InboxWatch> due, bool all, ILookup<string, string> matters, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var watch in due)
            watch.Describe(directory.Current, revoked, now);
        // Between two looks at all, what nobody told of is as it was, and most of what was told is told with its new counts.
        var uncounted = _changes.SelectMany(c => c.Uncounted).ToHashSet();
        var principals = due.SelectMany(w => w.Desk.Principals).Where(p => all || uncounted.Contains(p) || !_tally.Knows(p)).ToHashSet();
        await using var scope = scopes.CreateAsyncScope();
        var read = await InboxTally.ReadAsync(scope.ServiceProvider.GetRequiredService<CoordinationDb>(), principals, now, stop);
        if (all)
            _tally = read;
        else
            _tally.Take(read);
        _tally.Take(_changes.SelectMany(c => c.Counts));
        foreach (var watch in due)
            watch.Offer(_tally.Of(watch.Desk), watch.Desk.Principals.SelectMany(p => matters[p]));
    }
}
