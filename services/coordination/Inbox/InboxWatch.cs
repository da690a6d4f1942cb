using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Time;

namespace Backoffice.Coordination.Inbox;

/// <summary>
/// One open stream: what its next message says. However slowly the client reads, it waits for one message, the newest counts
/// with all matters since the last.
/// </summary>
internal sealed class InboxWatch(Caller caller, DateTimeOffset opened, Action<InboxWatch> close) : IDisposable
{
    /// <summary>Beyond this many the client looks at its whole inbox anyway.</summary>
    private const int MostMatters = 1000;

    private readonly Lock _lock = new();
    private readonly Signal _news = new();
    private readonly HashSet<string> _matters = [];
    private InboxCounts? _counts;
    private bool _tooMany;
    private bool _void;

    /// <summary>True until the first counts were offered.</summary>
    public bool IsNew => _counts is null;

    public Desk Desk { get; private set; } = Desk.Of(caller);

    /// <summary>Looks whose inbox it is by now. A caller whose tokens were voided since the stream was opened watches no longer.</summary>
    public void Describe(DirectorySnapshot directory, RevokedTokens revoked, DateTimeOffset now)
    {
        Desk = Desk.Of(directory.Describe(caller, now));
        if (!revoked.Includes(caller.Account, caller.Session, opened))
            return;
        _void = true;
        _news.Send();
    }

    /// <summary>Takes the counts as they are, and the matters that changed; what changes nothing makes no message.</summary>
    public void Offer(InboxCounts counts, IEnumerable<string> matters)
    {
        lock (_lock)
        {
            if (!IsNew)
                _matters.UnionWith(matters);
            if (counts.Equals(_counts) && _matters.Count == 0)
                return;
            _counts = counts;
            _tooMany |= _matters.Count > MostMatters;
            if (_tooMany)
                _matters.Clear();
        }
        _news.Send();
    }

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="Refusal">UNAUTHENTICATED, when the caller's tokens were voided.</exception>
    public async Task<WatchInboxResponse> NextAsync(TimeProvider clock, CancellationToken stop)
    {
        await _news.WaitAsync(Timeout.InfiniteTimeSpan, clock, stop);
        if (_void)
            throw PlatformErrors.Unauthenticated();
        lock (_lock)
        {
            var message = new WatchInboxResponse { Counts = _counts, Matters = { _matters } };
            _matters.Clear();
            _tooMany = false;
            return message;
        }
    }

    public void Dispose() => close(this);
}
