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
        var moves = new InboxMoves();
        await TakeMatterAsync(name, service, progress, moves, stop);

        var tasks = progress.Assigned.Concat(progress.Changed).GroupBy(t => t.Number).Select(g => g.Last()).ToList();
        var numbers = tasks.Select(t => t.Number).ToList();
        var entries = await db.InboxEntries.Where(e => e.Matter == name && numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, stop);
        foreach (var task in tasks)
            Move(name, entries.GetValueOrDefault(task.Number), task, progress.Actor, moves);
        // The starter sees where the matter stands, whoever has it, and who holds it what others have done for it.
        await SaveAsync(name, moves, [progress.Starter?.Person ?? "", progress.HolderPost], stop);
    }

    /// <summary>Takes something out of every inbox in which it waits: nobody has to do it any more.</summary>
    public async Task RemoveAsync(string name, CancellationToken stop)
    {
        if (await db.InboxMatters.FindAsync([name], stop) is not { } matter)
            return;
        var moves = new InboxMoves();
        var entries = await db.InboxEntries.Where(e => e.Matter == name).ToListAsync(stop);
        entries.ForEach(e => moves.Leave(e.Place));
        db.InboxEntries.RemoveRange(entries);
        db.InboxMatters.Remove(matter);
        await SaveAsync(name, moves, [], stop);
    }

    /// <summary>Keeps what moved, and tells the open streams of it once it is committed.</summary>
    /// <param name="others">Who is told besides those whose inboxes changed.</param>
    private async Task SaveAsync(string name, InboxMoves moves, IEnumerable<string> others, CancellationToken stop)
    {
        var counts = await moves.SaveAsync(db, stop);
        var touched = moves.Principals.Concat(others).Where(p => p.Length > 0).Distinct().ToList();
        db.AfterCommit(() => live.Tell(new InboxChange(name, touched, [.. counts.Where(c => !moves.MovesTasksOf(c.Principal))])));
    }

    private void Move(string matter, InboxEntry? entry, Procedures.V1.Task task, Actor? sender, InboxMoves moves)
    {
        if (entry is not null)
            moves.Leave(entry.Place);
        if (InboxPlace.Of(task) is { } place)
        {
            if (entry is null)
                moves.Add(InboxEntry.OfTask(matter, task, place, sender));
            else
                moves.Enter(place);
            entry?.Take(task, place);
        }
        else if (entry is not null)
        {
            db.InboxEntries.Remove(entry);
        }
    }

    private async Task TakeMatterAsync(string name, string service, Progress progress, InboxMoves moves, CancellationToken stop)
    {
        var matter = await db.InboxMatters.FindAsync([name], stop);
        if (matter is null)
        {
            db.InboxMatters.Add(matter = InboxMatter.Of(service, progress));
            // An urging is nobody's matter.
            if (progress.Starter is not null)
                moves.Add(InboxEntry.OfMatter(name, progress));
        }
        matter.Take(progress);
    }
}
