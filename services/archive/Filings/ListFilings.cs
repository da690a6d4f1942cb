using Backoffice.Archive.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.Filings;

internal sealed partial class FilingService
{
    public override async Task<ListFilingsResponse> ListFilings(ListFilingsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var filings = db.Filings.AsNoTracking();
        if (request.State != FilingState.Unspecified)
            filings = filings.Where(f => f.State == request.State);
        if (page.After is { } after)
        {
            var (time, source) = (after.Instant(), after.Text(1));
            filings = filings.Where(f => f.CreateTime < time || (f.CreateTime == time && f.Source.CompareTo(source) < 0));
        }
        var rows = await filings.OrderByDescending(f => f.CreateTime).ThenByDescending(f => f.Source).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListFilingsResponse
        {
            Filings = { rows.Take(page.Size).Select(f => f.ToProto()) },
            NextPageToken = page.Next(rows, f => PageKey.Of(f.CreateTime.UtcTicks, f.Source)),
        };
    }
}
