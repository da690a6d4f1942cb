using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Gives documents registered by an earlier version of the program the keys that duplicates are found by: SQL cannot fold a title. Ends when all have them.</summary>
internal sealed class LikenessUpkeep(IServiceScopeFactory scopes, ServiceIdentity service, ILogger<LikenessUpkeep> logger, TimeProvider clock) : BackgroundService
{
    private const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                while (await FillAsync(stoppingToken) > 0)
                {
                }
                return;
            }
            catch (Exception e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                DocumentLog.KeysNotFilled(logger, e);
            }
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    /// <summary>Fills the keys of some documents that are without; how many.</summary>
    internal async Task<int> FillAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        var without = db.IncomingDocuments.AsNoTracking().Where(d => d.SubjectKey == null);
        if (!await without.AnyAsync(stop))
            return 0;
        await using var turn = await db.BeginTurnAsync(Writer.Upkeep(service, "likely duplicates"), stop);
        var documents = await without.OrderBy(d => d.OrderKey).Take(Batch).Select(d => new { d.Id, d.Particulars }).ToListAsync(stop);
        // The etag stays: nothing that a caller sees has changed.
        foreach (var document in documents)
        {
            var (duplicate, subject) = (LikelyDuplicate.DuplicateKeyOf(document.Particulars), LikelyDuplicate.SubjectKeyOf(document.Particulars));
            await db.IncomingDocuments.Where(d => d.Id == document.Id)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.DuplicateKey, duplicate).SetProperty(x => x.SubjectKey, subject), stop);
        }
        await turn.CommitAsync();
        return documents.Count;
    }
}
