using System.Text.Json;
using Backoffice.Coordination.V1;
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

    /// <summary>True when a task to do came, went or moved there: what is overdue may be another number by it.</summary>
    public bool MovesTasksOf(string principal) => _counts.ContainsKey(new InboxPlace(InboxTab.ToDo, principal));

    public void Add(InboxEntry entry)
    {
        _added.Add(entry);
        Enter(entry.Place);
    }

    public void Enter(InboxPlace place) => _counts[place] = _counts.GetValueOrDefault(place) + 1;

    public void Leave(InboxPlace place) => _counts[place] = _counts.GetValueOrDefault(place) - 1;

    /// <summary>Writes them in the running turn; the counts as they are then.</summary>
    public async Task<IReadOnlyList<InboxCount>> SaveAsync(CoordinationDb db, CancellationToken stop)
    {
        if (_added.Count > 0)
            await (db.Database.IsSqlite() ? AddToSqliteAsync(db, stop) : AddToPostgresAsync(db, stop));
        var counts = _counts.Where(c => c.Value != 0).ToList();
        if (counts.Count == 0)
            return [];
        return await (db.Database.IsSqlite() ? CountInSqlite(db, counts) : CountInPostgres(db, counts)).AsNoTracking().ToListAsync(stop);
    }

    private Task AddToSqliteAsync(CoordinationDb db, CancellationToken stop)
    {
        var rows = JsonSerializer.Serialize(_added.Select(e => new object[]
        {
            e.Matter, e.Number, e.Tab.ToString(), e.Principal, e.Post, e.AssignTime.UtcTicks, e.DueTime.UtcTicks, Convert.ToHexString(e.Task), Convert.ToHexString(e.Sender),
        }));
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_entries (matter, number, tab, principal, post, assign_time, due_time, task, sender)
            SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5, r.value ->> 6, unhex(r.value ->> 7), unhex(r.value ->> 8)
            FROM json_each({rows}) AS r
            """,
            stop);
    }

    private Task AddToPostgresAsync(CoordinationDb db, CancellationToken stop) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO inbox_entries (matter, number, tab, principal, post, assign_time, due_time, task, sender)
        SELECT * FROM unnest(
            {Each(e => e.Matter)}, {Each(e => e.Number)}, {Each(e => e.Tab.ToString())}, {Each(e => e.Principal)}, {Each(e => e.Post)},
            {Each(e => e.AssignTime.UtcTicks)}, {Each(e => e.DueTime.UtcTicks)}, {Each(e => e.Task)}, {Each(e => e.Sender)})
        """,
        stop);

    private T[] Each<T>(Func<InboxEntry, T> value) => [.. _added.Select(value)];

    private static IQueryable<InboxCount> CountInSqlite(CoordinationDb db, IReadOnlyList<KeyValuePair<InboxPlace, int>> counts)
    {
        var rows = JsonSerializer.Serialize(counts.Select(c => new object[] { c.Key.Principal, c.Key.Tab.ToString(), c.Value }));
        return db.InboxCounts.FromSql(
            $"""
            INSERT INTO inbox_counts (principal, tab, count, revision) SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, 1 FROM json_each({rows}) AS r WHERE true
            ON CONFLICT (principal, tab) DO UPDATE SET count = inbox_counts.count + excluded.count, revision = inbox_counts.revision + 1
            RETURNING principal, tab, count, revision
            """);
    }

    private static IQueryable<InboxCount> CountInPostgres(CoordinationDb db, IReadOnlyList<KeyValuePair<InboxPlace, int>> counts)
    {
        string[] principals = [.. counts.Select(c => c.Key.Principal)];
        string[] tabs = [.. counts.Select(c => c.Key.Tab.ToString())];
        long[] changes = [.. counts.Select(c => (long)c.Value)];
        return db.InboxCounts.FromSql(
            $"""
            INSERT INTO inbox_counts (principal, tab, count, revision) SELECT m.*, 1 FROM unnest({principals}, {tabs}, {changes}) AS m
            ON CONFLICT (principal, tab) DO UPDATE SET count = inbox_counts.count + excluded.count, revision = inbox_counts.revision + 1
            RETURNING principal, tab, count, revision
            """);
    }
}
