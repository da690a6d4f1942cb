using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.ExchangePartners;

internal sealed partial class ExchangePartnerService
{
    public override async Task<ListExchangePartnersResponse> ListExchangePartners(ListExchangePartnersRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var rows = db.ExchangePartners.AsNoTracking();
        if (page.After is { } after)
        {
            var (time, id) = (after.Instant(), after.Id(1));
            rows = rows.Where(p => p.CreateTime > time || (p.CreateTime == time && p.Id.CompareTo(id) > 0));
        }
        var shown = await rows.OrderBy(p => p.CreateTime).ThenBy(p => p.Id).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListExchangePartnersResponse
        {
            ExchangePartners = { shown.Take(page.Size).Select(p => p.ToProto()) },
            NextPageToken = page.Next(shown, p => PageKey.Of(p.CreateTime.UtcTicks, p.Id)),
        };
    }
}
