using Backoffice.Bench.Raw;
using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>The clerk's inbox after many years: lines of real matters, multiplied.</summary>
internal sealed class LongInbox : IAsyncDisposable
{
    private const int Ended = 9;
    private const string Clerk = $"people/{Office.Clerk}";
    private const string Post = $"posts/{Office.Clerk}";

    private static readonly (string Table, (string Column, Difference Difference)[] Different)[] Tables =
    [
        ("inbox_matters", [("name", Difference.Name), ("subject", Difference.Name), ("update_time", Difference.Instant)]),
        ("inbox_entries", [("matter", Difference.Name), ("assign_time", Difference.Instant), ("due_time", Difference.Instant)]),
    ];

    private readonly Hub _hub;

    private LongInbox(Hub hub) => _hub = hub;

    /// <summary>How many lines it has, in all tabs.</summary>
    public long Lines { get; private set; }

    public RawStore Raw => _hub.Inboxes;

    public InboxService.InboxServiceClient Inbox => _hub.InboxOf(Clerk);

    public static async Task<LongInbox> FillAsync(BenchRun run, StoreKind kind, int lines)
    {
        var inbox = new LongInbox(await Hub.StartAsync(run, kind, crowd: 0));
        var desks = inbox._hub.Desks;
        for (var i = 0; i < Ended; i++)
            await desks.FinishAsync(inbox._hub.Next(), Office.Clerk, Office.Staff);
        // One waits for the clerk, and one was served and not read.
        await desks.StartAsync(inbox._hub.Next());
        await desks.CirculateAsync(await desks.ScreenAsync(inbox._hub.Next()), [Clerk]);
        await inbox._hub.SettleAsync();

        var rows = new Copies(inbox.Raw);
        foreach (var (table, different) in Tables)
            await rows.KeepAsync(table, different);
        await rows.MultiplyAsync((int)(lines / await inbox.CountAsync()) - 1);
        await inbox.Raw.WriteAsync(
            new Statement("DELETE FROM inbox_counts", []),
            new Statement("INSERT INTO inbox_counts (principal, tab, count) SELECT principal, tab, count(*) FROM inbox_entries GROUP BY principal, tab", []));
        if (kind == StoreKind.Postgres)
            await inbox.Raw.WriteAsync(new Statement("ANALYZE", []));
        inbox.Lines = await inbox.CountAsync();
        return inbox;
    }

    /// <summary>The kept counts and the overdue, without a service.</summary>
    public async Task CountRawAsync()
    {
        await Raw.ReadAsync("SELECT * FROM inbox_counts WHERE principal IN ($1, $2)", Clerk, Post);
        await Raw.ReadAsync(
            "SELECT principal, count(*) FROM inbox_entries WHERE principal IN ($1, $2) AND tab = 'ToDo' AND due_time < $3 GROUP BY principal", Clerk, Post, TimeProvider.System.GetUtcNow().UtcTicks);
    }

    /// <summary>A page of the clerk's done work from a line on, without a service.</summary>
    public Task PageRawAsync(object?[] after, int size) => Raw.ReadAsync(
        $"""
        SELECT e.*, m.* FROM inbox_entries e JOIN inbox_matters m ON m.name = e.matter
        WHERE e.principal = $1 AND e.tab = 'Done' AND (e.assign_time, e.matter, e.number) < ($2, $3, $4)
        ORDER BY e.assign_time DESC, e.matter DESC, e.number DESC LIMIT {size + 1}
        """,
        [Clerk, .. after]);

    /// <summary>What the list is ordered by, of the line of the clerk's done work that stands behind so many newer ones.</summary>
    public async Task<object?[]> PlaceAsync(long skipped) => (await Raw.ReadAsync(
        $"SELECT assign_time, matter, number FROM inbox_entries WHERE principal = $1 AND tab = 'Done' ORDER BY assign_time DESC, matter DESC, number DESC LIMIT 1 OFFSET {skipped}", Clerk))[0];

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private Task<long> CountAsync() => Raw.NumberAsync("SELECT count(*) FROM inbox_entries WHERE principal IN ($1, $2)", Clerk, Post);
}
