using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

internal sealed partial class DispatchService
{
    public override async Task<ListReceivedDispatchesResponse> ListReceivedDispatches(ListReceivedDispatchesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var units = caller.Units;
        var received = db.Dispatches.AsNoTracking().Where(d => units.Contains(d.Unit));
        var rows = request.OutstandingOnly ? Outstanding(received) : received;
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            rows = rows.Where(d => d.DispatchTime < time || (d.DispatchTime == time && d.Id.CompareTo(id) < 0));
        }
        var shown = await rows.OrderByDescending(d => d.DispatchTime).ThenByDescending(d => d.Id).Take(page.Size + 1).Include(d => d.Urgings).AsSplitQuery().ToListAsync(stop);
        var invalid = await InvalidOfAsync(shown, stop);
        return new ListReceivedDispatchesResponse
        {
            Dispatches = { shown.Take(page.Size).Select(d => d.ToProto(invalid.GetValueOrDefault(d.DocumentId))) },
            NextPageToken = page.Next(shown, d => PageKey.Of(d.DispatchTime.UtcTicks, d.Id)),
        };
    }
}
