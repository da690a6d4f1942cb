using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;

namespace Backoffice.Coordination.Inbox;

/// <summary>The counts of many principals: two statements, whether one caller asks or a thousand streams do.</summary>
internal sealed class InboxTally
{
    private static readonly CompiledQuery<CoordinationDb, IReadOnlyCollection<string>, InboxCount> CountsOf = new((db, principals) => db.InboxCounts.Where(c => principals.Contains(c.Principal)));

    private static readonly CompiledQuery<CoordinationDb, IReadOnlyCollection<string>, DateTimeOffset, Late> LateOf = new((db, principals, now) => db.InboxEntries
        .Where(e => principals.Contains(e.Principal) && e.Tab == InboxTab.ToDo && e.DueTime < now).GroupBy(e => e.Principal).Select(g => new Late(g.Key, g.LongCount())));

    private readonly Dictionary<string, Line> _lines = [];

    public static async Task<InboxTally> ReadAsync(CoordinationDb db, IReadOnlyCollection<string> principals, DateTimeOffset now, CancellationToken stop)
    {
        var tally = new InboxTally();
        foreach (var principal in principals)
            tally._lines.Add(principal, new Line());
        if (principals.Count == 0)
            return tally;
        foreach (var kept in await CountsOf.ReadAsync(db, principals, stop))
            tally._lines[kept.Principal].Enter(kept);
        // Time alone makes a task overdue, so this one is counted: from the index, and no further than what is overdue.
        var busy = tally._lines.Where(l => l.Value.Counts.ToDo > 0).Select(l => l.Key).ToList();
        if (busy.Count == 0)
            return tally;
        foreach (var late in await LateOf.ReadAsync(db, busy, now, stop))
            tally._lines[late.Principal].Counts.Overdue = late.Count;
        return tally;
    }

    public bool Knows(string principal) => _lines.ContainsKey(principal);

    /// <summary>Takes what was told of principals that are known; what is older than what is known already says nothing.</summary>
    public void Take(IEnumerable<InboxCount> told)
    {
        foreach (var count in told)
        {
            if (_lines.TryGetValue(count.Principal, out var line))
                line.Enter(count);
        }
    }

    /// <summary>Takes a later tally of some principals.</summary>
    public void Take(InboxTally later)
    {
        foreach (var (principal, newer) in later._lines)
            _lines[principal] = newer;
    }

    public InboxCounts Of(Desk desk)
    {
        var sum = new InboxCounts();
        foreach (var counts in desk.Principals.Select(p => _lines[p].Counts))
        {
            sum.ToDo += counts.ToDo;
            sum.Done += counts.Done;
            sum.ToRead += counts.ToRead;
            sum.Read += counts.Read;
            sum.Started += counts.Started;
            sum.Overdue += counts.Overdue;
        }
        return sum;
    }

    private sealed record Late(string Principal, long Count);

    /// <summary>One principal's counts, and how new each is.</summary>
    private sealed class Line
    {
        private readonly Dictionary<InboxTab, long> _revisions = [];

        public InboxCounts Counts { get; } = new();

        public void Enter(InboxCount kept)
        {
            if (kept.Revision <= _revisions.GetValueOrDefault(kept.Tab, -1))
                return;
            _revisions[kept.Tab] = kept.Revision;
            _ = kept.Tab switch
            {
                InboxTab.ToDo => Counts.ToDo = kept.Count,
                InboxTab.Done => Counts.Done = kept.Count,
                InboxTab.ToRead => Counts.ToRead = kept.Count,
                InboxTab.Read => Counts.Read = kept.Count,
                InboxTab.Started => Counts.Started = kept.Count,
                _ => throw new InvalidOperationException($"Tab {kept.Tab} is not counted."),
            };
        }
    }
}
