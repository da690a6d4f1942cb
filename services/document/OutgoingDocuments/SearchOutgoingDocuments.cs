using Backoffice.Document.Search;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Search;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<SearchOutgoingDocumentsResponse> SearchOutgoingDocuments(SearchOutgoingDocumentsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 20);
        var found = await OutgoingDocument.SearchIndex.FindAsync(db, request.Query, caller.Principals, page.After?.Number() ?? long.MaxValue, page.Size + 1, Hits.CountTo, stop);

        var shown = found.Keys.Take(page.Size).ToList();
        var documents = await db.OutgoingDocuments.AsNoTracking().Where(d => shown.Contains(d.OrderKey)).Include(d => d.Text).ToDictionaryAsync(d => d.OrderKey, stop);
        await OutgoingDocument.Listed.ReadAsync(db, documents.Values, stop);
        return new SearchOutgoingDocumentsResponse
        {
            Hits =
            {
                shown.Where(documents.ContainsKey).Select(k => documents[k]).Select(d => new OutgoingSearchHit
                {
                    OutgoingDocument = AsShown(d, withBody: false),
                    Snippet = Snippet.Around(d.Text.Body, request.Query),
                }),
            },
            NextPageToken = page.Next(found.Keys, k => PageKey.Of(k)),
            TotalSize = found.Total,
            TotalSizeExceeded = found.TotalExceeded,
        };
    }
}
