using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.Filings;

/// <summary>Enters documents to be filed, in the turn that applies the event, and wakes whoever fetches them once it has committed.</summary>
internal sealed class FilingQueue(ArchiveDb db, Fetcher fetcher, TimeProvider clock)
{
    public async Task EnterAsync(string source, DateTimeOffset done, CancellationToken stop)
    {
        if (await db.Filings.AnyAsync(f => f.Source == source, stop))
            return;
        // Whoever closed it may have had a clock ahead of this one.
        db.Filings.Add(new Filing { Id = Guid.CreateVersion7(done), Source = source, CreateTime = done, NextAttemptTime = clock.GetUtcNow() });
        db.AfterCommit(fetcher.Wake);
    }
}
