using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Inbox;

/// <summary>How one event moves the kept counts: gathered first, then written in one statement however many people it reaches.</summary>
internal sealed class CountChanges
{
    private readonly Dictionary<InboxPlace, int> _changes = [];

    /// <summary>Whose inboxes the event touched, those included whose counts are the same after it.</summary>
    public IEnumerable<string> Principals => _changes.Keys.Select(p => p.Principal);

    public void Add(InboxPlace place, int by) => _changes[place] = _changes.GetValueOrDefault(place) + by;

    /// <summary>Writes them in the running turn.</summary>
    public async Task SaveAsync(CoordinationDb db, CancellationToken stop)
    {
        var changes = _changes.Where(c => c.Value != 0).Select(c => new object[] { c.Key.Principal, c.Key.Tab.ToString(), c.Value }).ToList();
        if (changes.Count == 0)
            return;
        var rows = JsonSerializer.Serialize(changes);
        await (db.Database.IsSqlite()
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
                stop));
    }
}
