using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.LeakReports;

internal sealed partial class LeakReportService
{
    public override async Task<ListLeakReportsResponse> ListLeakReports(ListLeakReportsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var rows = Visible(db.LeakReports.AsNoTracking());
        if (request.OpenOnly)
            rows = rows.Where(r => r.ReportTime == null);
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            rows = rows.Where(r => r.CreateTime < time || (r.CreateTime == time && r.Id.CompareTo(id) < 0));
        }
        var shown = await rows.OrderByDescending(r => r.CreateTime).ThenByDescending(r => r.Id).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListLeakReportsResponse
        {
            LeakReports = { shown.Take(page.Size).Select(r => r.ToProto(clock.Now)) },
            NextPageToken = page.Next(shown, r => PageKey.Of(r.CreateTime.UtcTicks, r.Id)),
        };
    }
}
