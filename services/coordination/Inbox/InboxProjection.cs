using Backoffice.Procedures.V1;
using Microsoft.EntityFrameworkCore;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Inbox;

/// <summary>
/// Makes inboxes out of what services tell of their matters. A row is a function of the newest state of its task, so the
/// same events always make the same rows; one event costs what it changes, however long the matter's history is.
/// </summary>
internal sealed class InboxProjection(CoordinationDb db, InboxLive live)
{
    public async Task ApplyAsync(string service, Progress progress, CancellationToken stop)
    {
        var name = InboxMatter.NameOf(service, progress);
        var counts = new CountChanges();
        var touched = new HashSet<string>();
        await TakeMatterAsync(name, service, progress, counts, stop);

        var tasks = progress.Assigned.Concat(progress.Changed).GroupBy(t => t.Number).Select(g => g.Last()).ToList();
        var numbers = tasks.Select(t => t.Number).ToList();
        var entries = await db.InboxEntries.Where(e => e.Matter == name && numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, stop);
        foreach (var task in tasks)
            Move(entries.GetValueOrDefault(task.Number), InboxPlace.Of(task), task);
        await counts.SaveAsync(db, stop);

        // The starter sees where the matter stands, whoever has it.
        touched.Add(progress.Starter?.Person ?? "");
        db.AfterCommit(() => live.Tell(new InboxChange(name, [.. touched.Where(p => p.Length > 0)])));

        void Move(InboxEntry? entry, InboxPlace? to, Procedures.V1.Task task)
        {
            if (entry is not null)
                Count(entry.Place, -1);
            if (to is { } place)
            {
                Count(place, 1);
                if (entry is null)
                    db.InboxEntries.Add(entry = InboxEntry.OfTask(name, task, place, progress.Actor));
                entry.Take(task, place);
            }
            else if (entry is not null)
            {
                db.InboxEntries.Remove(entry);
            }
        }

        void Count(InboxPlace place, int by)
        {
            counts.Add(place, by);
            touched.Add(place.Principal);
        }
    }

    private async Task TakeMatterAsync(string name, string service, Progress progress, CountChanges counts, CancellationToken stop)
    {
        var matter = await db.InboxMatters.FindAsync([name], stop);
        if (matter is null)
        {
            db.InboxMatters.Add(matter = InboxMatter.Of(service, progress));
            var started = InboxEntry.OfMatter(name, progress);
            db.InboxEntries.Add(started);
            counts.Add(started.Place, 1);
        }
        matter.Take(progress);
    }
}
