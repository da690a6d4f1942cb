using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<ListSealApplicationsResponse> ListSealApplications(ListSealApplicationsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var document = await db.ReadOutgoingAsync(request.Parent, caller, stop);
        var rows = db.SealApplications.AsNoTracking().Where(a => a.DocumentId == document.Id);
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            rows = rows.Where(a => a.CreateTime < time || (a.CreateTime == time && a.Id.CompareTo(id) < 0));
        }
        var shown = await rows.OrderByDescending(a => a.CreateTime).ThenByDescending(a => a.Id).Take(page.Size + 1).ToListAsync(stop);
        return new ListSealApplicationsResponse
        {
            SealApplications = { shown.Take(page.Size).Select(a => a.ToProto()) },
            NextPageToken = page.Next(shown, a => PageKey.Of(a.CreateTime.UtcTicks, a.Id)),
        };
    }
}
