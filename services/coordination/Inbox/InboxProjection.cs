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
        await TakeMatterAsync(name, service, progress, counts, stop);

        var tasks = progress.Assigned.Concat(progress.Changed).GroupBy(t => t.Number).Select(g => g.Last()).ToList();
        var numbers = tasks.Select(t => t.Number).ToList();
        var entries = await db.InboxEntries.Where(e => e.Matter == name && numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, stop);
        foreach (var task in tasks)
            Move(name, entries.GetValueOrDefault(task.Number), task, progress.Actor, counts);
        await counts.SaveAsync(db, stop);

        // The starter sees where the matter stands, whoever has it.
        var touched = counts.Principals.Append(progress.Starter?.Person ?? "").Where(p => p.Length > 0).Distinct().ToList();
        db.AfterCommit(() => live.Tell(new InboxChange(name, touched)));
    }

    private void Move(string matter, InboxEntry? entry, Procedures.V1.Task task, Actor? sender, CountChanges counts)
    {
        if (entry is not null)
            counts.Add(entry.Place, -1);
        if (InboxPlace.Of(task) is { } place)
        {
            counts.Add(place, 1);
            if (entry is null)
                db.InboxEntries.Add(entry = InboxEntry.OfTask(matter, task, place, sender));
            entry.Take(task, place);
        }
        else if (entry is not null)
        {
            db.InboxEntries.Remove(entry);
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
