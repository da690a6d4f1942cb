using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Delegations;

internal sealed partial class DelegationService
{
    public override async Task<ListDelegationsResponse> ListDelegations(ListDelegationsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var delegations = db.Delegations.AsNoTracking();
        if (request.CurrentOnly)
        {
            var now = clock.Now;
            delegations = delegations.Where(d => !d.Cancelled && d.StartTime <= now && d.EndTime > now);
        }
        if (page.After is { } after)
        {
            // Ids begin with the time they were made at.
            var below = after.Id();
            delegations = delegations.Where(d => d.Id.CompareTo(below) < 0);
        }
        var rows = await delegations.OrderByDescending(d => d.Id).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListDelegationsResponse
        {
            Delegations = { rows.Take(page.Size).Select(d => d.ToProto()) },
            NextPageToken = page.Next(rows, d => PageKey.Of(d.Id)),
        };
    }
}
