using Backoffice.Coordination.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Inbox;

/// <summary>The counts of many inboxes at once: two statements, whether one caller asks or a thousand streams do.</summary>
internal sealed class InboxTally
{
    private readonly ILookup<string, (InboxTab Tab, long Count)> _kept;
    private readonly Dictionary<string, long> _overdue;

    private InboxTally(ILookup<string, (InboxTab, long)> kept, Dictionary<string, long> overdue) => (_kept, _overdue) = (kept, overdue);

    public static async Task<InboxTally> ReadAsync(CoordinationDb db, IReadOnlyList<string> principals, DateTimeOffset now, CancellationToken stop)
    {
        var kept = await db.InboxCounts.AsNoTracking().Where(c => principals.Contains(c.Principal)).ToListAsync(stop);
        // Time alone makes a task overdue, so this one is counted: from the index, and no further than what is overdue.
        var overdue = await db.InboxEntries.Where(e => principals.Contains(e.Principal) && e.Tab == InboxTab.ToDo && e.DueTime < now)
            .GroupBy(e => e.Principal).Select(g => new { Principal = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Principal, g => g.Count, stop);
        return new InboxTally(kept.ToLookup(c => c.Principal, c => (c.Tab, c.Count)), overdue);
    }

    public InboxCounts Of(Desk desk)
    {
        var tabs = desk.Principals.SelectMany(p => _kept[p]).ToLookup(c => c.Tab, c => c.Count);
        return new InboxCounts
        {
            ToDo = tabs[InboxTab.ToDo].Sum(),
            Done = tabs[InboxTab.Done].Sum(),
            ToRead = tabs[InboxTab.ToRead].Sum(),
            Read = tabs[InboxTab.Read].Sum(),
            Started = tabs[InboxTab.Started].Sum(),
            Overdue = desk.Principals.Sum(p => _overdue.GetValueOrDefault(p)),
        };
    }
}
