using Backoffice.Coordination.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Inbox;

/// <summary>The counts of many principals: two statements, whether one caller asks or a thousand streams do.</summary>
internal sealed class InboxTally
{
    private readonly Dictionary<string, InboxCounts> _counts;

    private InboxTally(Dictionary<string, InboxCounts> counts) => _counts = counts;

    public static InboxTally Empty { get; } = new([]);

    public static async Task<InboxTally> ReadAsync(CoordinationDb db, IReadOnlyCollection<string> principals, DateTimeOffset now, CancellationToken stop)
    {
        var counts = principals.ToDictionary(p => p, _ => new InboxCounts());
        await foreach (var kept in db.InboxCounts.AsNoTracking().Where(c => principals.Contains(c.Principal)).AsAsyncEnumerable().WithCancellation(stop))
            Enter(counts[kept.Principal], kept);
        // Time alone makes a task overdue, so this one is counted: from the index, and no further than what is overdue.
        var busy = counts.Where(c => c.Value.ToDo > 0).Select(c => c.Key).ToList();
        if (busy.Count == 0)
            return new InboxTally(counts);
        var overdue = db.InboxEntries.Where(e => busy.Contains(e.Principal) && e.Tab == InboxTab.ToDo && e.DueTime < now)
            .GroupBy(e => e.Principal).Select(g => new { Principal = g.Key, Count = g.LongCount() });
        await foreach (var late in overdue.AsAsyncEnumerable().WithCancellation(stop))
            counts[late.Principal].Overdue = late.Count;
        return new InboxTally(counts);
    }

    public bool Knows(string principal) => _counts.ContainsKey(principal);

    /// <summary>This tally, and what a later one knows better.</summary>
    public InboxTally With(InboxTally later)
    {
        var counts = new Dictionary<string, InboxCounts>(_counts);
        foreach (var (principal, newer) in later._counts)
            counts[principal] = newer;
        return new InboxTally(counts);
    }

    public InboxCounts Of(Desk desk)
    {
        var sum = new InboxCounts();
        foreach (var counts in desk.Principals.Select(p => _counts[p]))
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

    private static void Enter(InboxCounts counts, InboxCount kept) => _ = kept.Tab switch
    {
        InboxTab.ToDo => counts.ToDo = kept.Count,
        InboxTab.Done => counts.Done = kept.Count,
        InboxTab.ToRead => counts.ToRead = kept.Count,
        InboxTab.Read => counts.Read = kept.Count,
        InboxTab.Started => counts.Started = kept.Count,
        _ => throw new InvalidOperationException($"Tab {kept.Tab} is not counted."),
    };
}
