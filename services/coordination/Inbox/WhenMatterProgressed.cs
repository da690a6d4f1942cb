using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Inbox;

/// <summary>Brings the inboxes up to date with a matter of the document service.</summary>
internal sealed class WhenMatterProgressed(InboxProjection inbox, CoordinationDb db, InboxLatency latency) : IReaction<MatterProgressed>
{
    public async Task OnAsync(MatterProgressed happened, EventRecord record, CancellationToken stop)
    {
        await inbox.ApplyAsync(record.Producer, happened.Progress, stop);
        // A rebuild drops this with all other hints: what it makes anew was in the inboxes long ago.
        db.AfterCommit(() => latency.Record(record));
    }
}
