using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

internal sealed partial class DispatchService
{
    public override async Task<ListReceivedDispatchesResponse> ListReceivedDispatches(ListReceivedDispatchesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        if (caller.Units.Count == 0)
            return new ListReceivedDispatchesResponse();
        // A page of each unit holds the page of all: each is read along its own index, and only pages are merged.
        var pages = caller.Units.Select(unit => PageOf(request.OutstandingOnly, unit, page));
        var paged = NewestFirst(pages.Aggregate((one, other) => one.Concat(other))).Take(page.Size + 1);
        var shown = await db.PlannedForValuesAsync(() => paged.ToListAsync(stop), stop);
        await Dispatch.Parts.ReadAsync(db, shown, stop);
        var invalid = await InvalidOfAsync(shown, stop);
        return new ListReceivedDispatchesResponse
        {
            Dispatches = { shown.Take(page.Size).Select(d => d.ToProto(invalid.GetValueOrDefault(d.DocumentId))) },
            NextPageToken = page.Next(shown, d => PageKey.Of(d.DispatchTime.UtcTicks, d.Id)),
        };
    }

    private IQueryable<Dispatch> PageOf(bool outstandingOnly, string unit, PageRequest page)
    {
        var received = db.Dispatches.AsNoTracking().Where(d => d.Unit == unit);
        var rows = outstandingOnly ? Outstanding(received) : received;
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            // The bound on the time alone is what the index begins to read at.
            rows = rows.Where(d => d.DispatchTime <= time && (d.DispatchTime < time || d.Id.CompareTo(id) < 0));
        }
        return NewestFirst(rows).Take(page.Size + 1);
    }

    private static IQueryable<Dispatch> NewestFirst(IQueryable<Dispatch> rows) => rows.OrderByDescending(d => d.DispatchTime).ThenByDescending(d => d.Id);
}
