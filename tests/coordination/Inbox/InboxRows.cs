using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

/// <summary>What the tables of the inbox hold, as text that can be compared.</summary>
internal static class InboxRows
{
    public static Task<List<string>> EntriesAsync(Suite suite) => ReadAsync(suite, async db => (await db.InboxEntries.AsNoTracking().ToListAsync()).Select(e =>
        $"{e.Matter}#{e.Number} {e.Tab} {e.Principal} {e.Post} {e.AssignTime.UtcTicks} {e.DueTime.UtcTicks} {Convert.ToHexString(e.Task)} {Convert.ToHexString(e.Sender)}"));

    public static Task<List<string>> MattersAsync(Suite suite) => ReadAsync(suite, async db => (await db.InboxMatters.AsNoTracking().ToListAsync()).Select(m =>
        $"{m.Name} {m.Service} {m.Subject} {m.Title} {m.Urgency} {m.State} {m.StepTitle} {m.HolderPost} {Convert.ToHexString(m.Starter)} {m.UpdateTime.UtcTicks}"));

    public static Task<List<string>> CountsAsync(Suite suite) => ReadAsync(suite, async db =>
        (await db.InboxCounts.AsNoTracking().Where(c => c.Count != 0).ToListAsync()).Select(c => $"{c.Principal} {c.Tab} {c.Count}"));

    /// <summary>The counts as the rows themselves have them.</summary>
    public static Task<List<string>> RecountAsync(Suite suite) => ReadAsync(suite, async db =>
        (await db.InboxEntries.AsNoTracking().ToListAsync()).GroupBy(e => (e.Principal, e.Tab)).Select(g => $"{g.Key.Principal} {g.Key.Tab} {g.Count()}"));

    /// <summary>Loses the read model and the mark, as a restore of an empty store would.</summary>
    public static async Task ForgetAsync(Suite suite)
    {
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
        await db.InboxEntries.ExecuteDeleteAsync();
        await db.InboxMatters.ExecuteDeleteAsync();
        await db.InboxCounts.ExecuteDeleteAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM consumer_marks");
    }

    private static async Task<List<string>> ReadAsync(Suite suite, Func<CoordinationDb, Task<IEnumerable<string>>> read)
    {
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        return [.. (await read(scope.ServiceProvider.GetRequiredService<CoordinationDb>())).Order(StringComparer.Ordinal)];
    }
}
