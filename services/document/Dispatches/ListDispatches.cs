using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

internal sealed partial class DispatchService
{
    public override async Task<ListDispatchesResponse> ListDispatches(ListDispatchesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var document = await db.ReadOutgoingAsync(request.Parent, caller, stop);
        var after = page.After?.Number() ?? 0;
        var ledger = db.Dispatches.AsNoTracking().Where(d => d.DocumentId == document.Id);
        var rows = await ledger.Where(d => d.Number > after).OrderBy(d => d.Number).Take(page.Size + 1).ToListAsync(stop);
        return new ListDispatchesResponse
        {
            Dispatches = { rows.Take(page.Size).Select(d => d.ToProto()) },
            NextPageToken = page.Next(rows, d => PageKey.Of(d.Number)),
            SentCount = await ledger.CountAsync(stop),
            SignedForCount = await ledger.CountAsync(d => d.SignForTime != null, stop),
        };
    }
}
