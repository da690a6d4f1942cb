using Backoffice.Coordination.V1;
using Grpc.Core;

namespace Backoffice.Coordination.Inbox;

internal sealed partial class InboxService
{
    public override async Task<GetInboxCountsResponse> GetInboxCounts(GetInboxCountsRequest request, ServerCallContext context)
    {
        var desk = Desk.Of(caller);
        var tally = await InboxTally.ReadAsync(db, desk.Principals, clock.GetUtcNow(), context.CancellationToken);
        return new GetInboxCountsResponse { Counts = tally.Of(desk) };
    }
}
