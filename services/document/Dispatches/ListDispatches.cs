using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

internal sealed partial class DispatchService
{
    private const string AnyDocument = "outgoingDocuments/-";

    public override async Task<ListDispatchesResponse> ListDispatches(ListDispatchesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        if (request is { Parent: AnyDocument, OverdueOnly: true })
            return await OverdueOfAllAsync(page, stop);
        var document = await db.ReadOutgoingAsync(request.Parent, caller, stop);
        var after = page.After?.Number() ?? 0;
        var ledger = db.Dispatches.AsNoTracking().Where(d => d.DocumentId == document.Id);
        var listed = request.OverdueOnly ? Overdue(ledger) : ledger;
        var rows = await listed.Where(d => d.Number > after).OrderBy(d => d.Number).Take(page.Size + 1).ToListAsync(stop);
        await Dispatch.Parts.ReadAsync(db, rows, stop);
        return new ListDispatchesResponse
        {
            Dispatches = { rows.Take(page.Size).Select(d => d.ToProto(document.Invalidity)) },
            NextPageToken = page.Next(rows, d => PageKey.Of(d.Number)),
            SentCount = await ledger.CountAsync(stop),
            SignedForCount = await ledger.CountAsync(d => d.SignForTime != null, stop),
        };
    }

    private async Task<ListDispatchesResponse> OverdueOfAllAsync(PageRequest page, CancellationToken stop)
    {
        var principals = caller.Principals;
        var rows = Overdue(db.Dispatches.AsNoTracking()).Where(d => db.Set<OutgoingReader>().Any(r => r.DocumentId == d.DocumentId && principals.Contains(r.Principal)));
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            // The bound on the time alone is what the index begins to read at.
            rows = rows.Where(d => d.DispatchTime >= time && (d.DispatchTime > time || d.Id.CompareTo(id) > 0));
        }
        var shown = await rows.OrderBy(d => d.DispatchTime).ThenBy(d => d.Id).Take(page.Size + 1).ToListAsync(stop);
        await Dispatch.Parts.ReadAsync(db, shown, stop);
        var invalid = await InvalidOfAsync(shown, stop);
        return new ListDispatchesResponse
        {
            Dispatches = { shown.Take(page.Size).Select(d => d.ToProto(invalid.GetValueOrDefault(d.DocumentId))) },
            NextPageToken = page.Next(shown, d => PageKey.Of(d.DispatchTime.UtcTicks, d.Id)),
        };
    }
}
