using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>Serves the log itself, for what pub/sub lost and for rebuilding a read model from zero.</summary>
internal sealed class FeedService(ServiceDb db, ServiceIdentity service) : EventFeedService.EventFeedServiceBase
{
    private const int DefaultPage = 500;

    public override async Task<ReadEventsResponse> ReadEvents(ReadEventsRequest request, ServerCallContext context)
    {
        var size = request.PageSize == 0 ? DefaultPage : request.PageSize;
        var last = await db.LedgerHeads.AsNoTracking().Select(h => h.EventSequence).SingleAsync(context.CancellationToken);
        var rows = await db.Events.AsNoTracking().Where(e => e.Sequence > request.AfterSequence)
            .OrderBy(e => e.Sequence).Take(size).ToListAsync(context.CancellationToken);
        return new ReadEventsResponse { LastSequence = last, Events = { rows.Select(r => r.ToRecord(service.Name)) } };
    }
}
