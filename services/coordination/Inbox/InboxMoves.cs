using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Inbox;

/// <summary>
/// What one event brings into inboxes and how it moves their counts: gathered first, then written in one statement each. A
/// paper for a thousand readers is a thousand entries, and written one by one they would hold up every writer.
/// </summary>
internal sealed class InboxMoves
{
    private readonly Dictionary<InboxPlace, int> _counts = [];
    private readonly List<InboxEntry> _added = [];

    /// <summary>Whose inboxes the event touched, those included whose counts are the same after it.</summary>
    public IEnumerable<string> Principals => _counts.Keys.Select(p => p.Principal);

    public void Add(InboxEntry entry)
    {
        _added.Add(entry);
        Enter(entry.Place);
    }

    public void Enter(InboxPlace place) => _counts[place] = _counts.GetValueOrDefault(place) + 1;

    public void Leave(InboxPlace place) => _counts[place] = _counts.GetValueOrDefault(place) - 1;

    /// <summary>Writes them in the running turn.</summary>
    public async Task SaveAsync(CoordinationDb db, CancellationToken stop)
    {
        if (_added.Count > 0)
            await AddAsync(db, JsonSerializer.Serialize(_added.Select(RowOf)), stop);
        var counts = _counts.Where(c => c.Value != 0).Select(c => new object[] { c.Key.Principal, c.Key.Tab.ToString(), c.Value }).ToList();
        if (counts.Count > 0)
            await CountAsync(db, JsonSerializer.Serialize(counts), stop);
    }

    private static object[] RowOf(InboxEntry e) =>
    [
        e.Matter, e.Number, e.Tab.ToString(), e.Principal, e.Post, e.AssignTime.UtcTicks, e.DueTime.UtcTicks, Convert.ToHexString(e.Task), Convert.ToHexString(e.Sender),
    ];

    private static Task AddAsync(CoordinationDb db, string rows, CancellationToken stop) => db.Database.IsSqlite()
        ? db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_entries (matter, number, tab, principal, post, assign_time, due_time, task, sender)
            SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5, r.value ->> 6, unhex(r.value ->> 7), unhex(r.value ->> 8)
            FROM json_each({rows}) AS r
            """,
            stop)
        : db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_entries (matter, number, tab, principal, post, assign_time, due_time, task, sender)
            SELECT r ->> 0, (r ->> 1)::int, r ->> 2, r ->> 3, r ->> 4, (r ->> 5)::bigint, (r ->> 6)::bigint, decode(r ->> 7, 'hex'), decode(r ->> 8, 'hex')
            FROM jsonb_array_elements({rows}::jsonb) AS r
            """,
            stop);

    private static Task CountAsync(CoordinationDb db, string rows, CancellationToken stop) => db.Database.IsSqlite()
        ? db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_counts (principal, tab, count) SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2 FROM json_each({rows}) AS r WHERE true
            ON CONFLICT (principal, tab) DO UPDATE SET count = inbox_counts.count + excluded.count
            """,
            stop)
        : db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_counts (principal, tab, count) SELECT r ->> 0, r ->> 1, (r ->> 2)::bigint FROM jsonb_array_elements({rows}::jsonb) AS r
            ON CONFLICT (principal, tab) DO UPDATE SET count = inbox_counts.count + excluded.count
            """,
            stop);
}
