using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Search;

/// <summary>
/// Tells the search indexes of readers whom a step has added. Their entry is the document's whole text once more: written in the
/// step's own turn it was a third of the step, and merging the index made some steps wait the longer the more documents there
/// are (docs/adr/0006). A received document's text and particulars that change are entered in their own turn; a draft is
/// saved again and again, and is entered here once it rests. When nothing waits, it tidies the indexes up part by part.
/// </summary>
internal sealed class SearchIndexUpkeep(IServiceScopeFactory scopes, ServiceIdentity service, ILogger<SearchIndexUpkeep> logger, TimeProvider clock) : BackgroundService
{
    private const int Batch = 20;

    /// <summary>Several steps of a document that follow each other make one entry.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>How long what another replica left undone may wait.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Signal _changed = new();

    /// <summary>There is something to do, or will be with the commit of the turn.</summary>
    public void Changed() => _changed.Send();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var isUntidy = false;
            try
            {
                while (await IndexAsync(stoppingToken) >= Batch)
                {
                }
                isUntidy = await TidyAsync(stoppingToken);
            }
            catch (Exception e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                DocumentLog.IndexNotUpdated(logger, e);
            }
            if (!isUntidy)
                await _changed.WaitAsync(Interval, clock, stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    /// <summary>Enters some documents that changed; how many.</summary>
    internal async Task<int> IndexAsync(CancellationToken stop) =>
        await IndexAsync(db => db.IncomingDocuments.Include(d => d.Text).Include(d => d.Readers), stop)
        + await IndexAsync(db => db.OutgoingDocuments.Include(d => d.Text).ThenInclude(t => t.Annexes).Include(d => d.Readers), stop);

    /// <summary>Tidies a part of the indexes up; false when nothing is left to tidy.</summary>
    internal async Task<bool> TidyAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        if (!TextIndex.NeedsTidying(db))
            return false;
        await using var turn = await db.BeginTurnAsync(Writer.Upkeep(service, "search index"), stop);
        var isUntidy = await IncomingDocument.SearchIndex.TidyAsync(db, stop) | await OutgoingDocument.SearchIndex.TidyAsync(db, stop);
        await turn.CommitAsync();
        return isUntidy;
    }

    private async Task<int> IndexAsync<TDocument>(Func<DocumentDb, IQueryable<TDocument>> documentsOf, CancellationToken stop) where TDocument : class, ISearched
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        var changed = db.Set<TDocument>().Where(d => !d.IsIndexed);
        // A turn keeps every writer waiting: none without something to do.
        if (!await changed.AnyAsync(stop))
            return 0;
        await using var turn = await db.BeginTurnAsync(Writer.Upkeep(service, "search index"), stop);
        var ids = await changed.OrderBy(d => d.OrderKey).Select(d => d.Id).Take(Batch).ToListAsync(stop);
        foreach (var document in await documentsOf(db).Where(d => ids.Contains(d.Id)).AsSplitQuery().AsNoTracking().ToListAsync(stop))
            await document.PutInIndexAsync(db, stop);
        // The etag stays: nothing that a caller sees has changed.
        var entered = await db.Set<TDocument>().Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.IsIndexed, true), stop);
        await turn.CommitAsync();
        return entered;
    }
}
