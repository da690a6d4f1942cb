using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    private static readonly CompiledQuery<DocumentDb, IReadOnlyList<long>, OutgoingDocument> AtPlaces = new((db, orderKeys) => db.OutgoingDocuments
        .Where(d => orderKeys.Contains(d.OrderKey)));

    public override async Task<ListOutgoingDocumentsResponse> ListOutgoingDocuments(ListOutgoingDocumentsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        if (caller.Principals.Count == 0)
            return new ListOutgoingDocumentsResponse();
        var before = page.After?.Number() ?? long.MaxValue;
        var matching = OutgoingFilter.Apply(db.OutgoingDocuments.AsNoTracking(), request.Filter);
        // One branch for each name under which the caller may read: each is read along its index, and only pages are merged.
        var paged = caller.Principals
            .Select(principal => db.Set<OutgoingReader>().AsNoTracking().Where(r => r.Principal == principal && r.OrderKey < before)
                .Join(matching, r => r.DocumentId, d => d.Id, (r, _) => r.OrderKey).OrderByDescending(k => k).Take(page.Size + 1))
            .Aggregate((one, other) => one.Union(other)).OrderByDescending(k => k).Take(page.Size + 1);
        var keys = await db.PlannedForValuesAsync(() => paged.ToListAsync(stop), stop);
        var shown = keys.Take(page.Size).ToList();
        var found = await AtPlaces.ReadAsync(db, shown, stop);
        await OutgoingDocument.Listed.ReadAsync(db, found, stop);
        var documents = found.ToDictionary(d => d.OrderKey);
        return new ListOutgoingDocumentsResponse
        {
            OutgoingDocuments = { shown.Where(documents.ContainsKey).Select(k => AsShown(documents[k], withBody: false)) },
            NextPageToken = page.Next(keys, k => PageKey.Of(k)),
        };
    }
}
