using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Seals;

internal sealed partial class SealService
{
    public override async Task<ListSealsResponse> ListSeals(ListSealsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var rows = db.Seals.AsNoTracking();
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            rows = rows.Where(s => s.CreateTime > time || (s.CreateTime == time && s.Id.CompareTo(id) > 0));
        }
        var shown = await rows.OrderBy(s => s.CreateTime).ThenBy(s => s.Id).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListSealsResponse
        {
            Seals = { shown.Take(page.Size).Select(s => s.ToProto()) },
            NextPageToken = page.Next(shown, s => PageKey.Of(s.CreateTime.UtcTicks, s.Id)),
        };
    }
}
