using Backoffice.Platform.Errors;
using Backoffice.Platform.Paging;

namespace Backoffice.Coordination.Inbox;

/// <summary>The orders a tab can have. Each is read along an index of one principal's tab, from a key onwards.</summary>
internal sealed record InboxOrder(string Name, Func<IQueryable<InboxEntry>, PageKey?, IQueryable<InboxEntry>> From, Func<InboxEntry, PageKey> KeyOf)
{
    private static readonly InboxOrder[] All =
    [
        new("assign_time desc", NewestFirst, e => PageKey.Of(e.AssignTime.UtcTicks, e.Matter, e.Number)),
        new("assign_time", OldestFirst, e => PageKey.Of(e.AssignTime.UtcTicks, e.Matter, e.Number)),
        new("due_time", DueFirst, e => PageKey.Of(e.DueTime.UtcTicks, e.Matter, e.Number)),
    ];

    public static InboxOrder Of(string orderBy) => orderBy.Length == 0
        ? All[0]
        : All.FirstOrDefault(o => o.Name == orderBy) ?? throw PlatformErrors.InvalidFilter(1, $"order_by {orderBy}");

    // The bound on the time alone is what an index begins to read at; the rest decides among entries of one time.
    private static IQueryable<InboxEntry> NewestFirst(IQueryable<InboxEntry> entries, PageKey? after)
    {
        if (after is not null)
        {
            var (time, matter, number) = (after.Instant(), after.Text(1), after.Number(2));
            entries = entries.Where(e => e.AssignTime <= time
                && (e.AssignTime < time || e.Matter.CompareTo(matter) < 0 || (e.Matter == matter && e.Number < number)));
        }
        return entries.OrderByDescending(e => e.AssignTime).ThenByDescending(e => e.Matter).ThenByDescending(e => e.Number);
    }

    private static IQueryable<InboxEntry> OldestFirst(IQueryable<InboxEntry> entries, PageKey? after)
    {
        if (after is not null)
        {
            var (time, matter, number) = (after.Instant(), after.Text(1), after.Number(2));
            entries = entries.Where(e => e.AssignTime >= time
                && (e.AssignTime > time || e.Matter.CompareTo(matter) > 0 || (e.Matter == matter && e.Number > number)));
        }
        return entries.OrderBy(e => e.AssignTime).ThenBy(e => e.Matter).ThenBy(e => e.Number);
    }

    private static IQueryable<InboxEntry> DueFirst(IQueryable<InboxEntry> entries, PageKey? after)
    {
        if (after is not null)
        {
            var (time, matter, number) = (after.Instant(), after.Text(1), after.Number(2));
            entries = entries.Where(e => e.DueTime >= time
                && (e.DueTime > time || e.Matter.CompareTo(matter) > 0 || (e.Matter == matter && e.Number > number)));
        }
        return entries.OrderBy(e => e.DueTime).ThenBy(e => e.Matter).ThenBy(e => e.Number);
    }
}
