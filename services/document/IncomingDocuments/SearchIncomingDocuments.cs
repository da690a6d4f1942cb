using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Search;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<SearchIncomingDocumentsResponse> SearchIncomingDocuments(SearchIncomingDocumentsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 20);
        var found = await IncomingDocument.SearchIndex.FindAsync(db, request.Query, caller.Principals, page.After?.Number() ?? long.MaxValue, page.Size + 1, Search.Hits.CountTo, stop);

        var documents = await LoadAsync([.. found.Keys.Take(page.Size)], stop);
        var ids = documents.Select(d => d.Id).ToList();
        var bodies = await db.Set<DocumentText>().AsNoTracking().Where(t => ids.Contains(t.DocumentId)).ToDictionaryAsync(t => t.DocumentId, t => t.Body, stop);
        return new SearchIncomingDocumentsResponse
        {
            Hits =
            {
                documents.Select(d => new SearchHit
                {
                    IncomingDocument = d.ToProto(withBody: false),
                    Snippet = Snippet.Around(bodies.GetValueOrDefault(d.Id, ""), request.Query),
                }),
            },
            NextPageToken = page.Next(found.Keys, k => PageKey.Of(k)),
            TotalSize = found.Total,
            TotalSizeExceeded = found.TotalExceeded,
        };
    }
}
