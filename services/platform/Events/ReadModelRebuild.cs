using Backoffice.Platform.Peers;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>
/// Makes a read model anew in the running turn: emptied, and filled by every event up to the mark. The mark stays, so that
/// events that come meanwhile are applied to the new one.
/// </summary>
internal sealed class ReadModelRebuild(ServiceDb db, Reactions reactions, PeerChannels peers, IServiceProvider services)
{
    private const int Page = 500;

    /// <summary>Rebuilds, telling after each page how many events of how many were read, and returns every table before and after.</summary>
    public async Task<IReadOnlyList<RebuiltTable>> RunAsync(Turn turn, ReadModel model, Func<long, long, Task> tell, CancellationToken stop)
    {
        var producers = reactions.ProducersOf(model.Wants);
        var marks = await db.ConsumerMarks.AsNoTracking().Where(m => producers.Contains(m.Producer)).ToDictionaryAsync(m => m.Producer, m => m.Sequence, stop);
        var total = marks.Values.Sum();
        var contents = model.Tables.Select(t => new TableContent(db, t)).ToList();
        var before = new List<TableDigest>();
        foreach (var content in contents)
            before.Add(await content.DigestAsync(stop));
        foreach (var content in contents)
            await content.EmptyAsync(stop);

        var read = 0L;
        foreach (var (producer, mark) in marks)
        {
            await foreach (var page in LogAsync(producer, mark, stop))
            {
                await ApplyAsync(turn, model, page, stop);
                await tell(read += page.Count, total);
            }
        }

        var tables = new List<RebuiltTable>();
        foreach (var (content, was) in contents.Zip(before))
        {
            var now = await content.DigestAsync(stop);
            tables.Add(new RebuiltTable { Table = content.Name, RowsBefore = was.Rows, RowsAfter = now.Rows, Equal = was == now });
        }
        return tables;
    }

    private async Task ApplyAsync(Turn turn, ReadModel model, IReadOnlyList<EventRecord> page, CancellationToken stop)
    {
        var stuck = await StuckAsync(page, stop);
        foreach (var reaction in page.Where(r => !stuck.Contains(r.Sequence)).Select(r => reactions.Of(r, model.Wants)))
        {
            if (reaction.Routes.Count == 0)
                continue;
            await reaction.RunAsync(services, stop);
            await turn.FlushAsync();
        }
        // What the whole history leaves would stay in memory otherwise.
        db.ChangeTracker.Clear();
        turn.DropAfterCommit();
    }

    /// <summary>What is set aside is not in the model, before and after.</summary>
    private async Task<HashSet<long>> StuckAsync(IReadOnlyList<EventRecord> page, CancellationToken stop)
    {
        var (producer, first, last) = (page[0].Producer, page[0].Sequence, page[^1].Sequence);
        return [.. await db.DeadLetters.AsNoTracking().Where(d => d.Producer == producer && d.Sequence >= first && d.Sequence <= last).Select(d => d.Sequence).ToListAsync(stop)];
    }

    private async IAsyncEnumerable<IReadOnlyList<EventRecord>> LogAsync(string producer, long last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var feed = new EventFeedService.EventFeedServiceClient(peers.To(producer));
        for (var at = 0L; at < last;)
        {
            var page = (await feed.ReadEventsAsync(new ReadEventsRequest { AfterSequence = at, PageSize = Page }, cancellationToken: stop)).Events.Where(e => e.Sequence <= last).ToList();
            if (page.Count == 0 || page[0].Sequence != at + 1)
                throw new InvalidOperationException($"The log of {producer} ends at {at}, and {last} of its events were applied.");
            at = page[^1].Sequence;
            yield return page;
        }
    }
}
