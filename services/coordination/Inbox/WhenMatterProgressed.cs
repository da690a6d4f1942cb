using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Inbox;

/// <summary>Brings the inboxes up to date with a matter of the document service.</summary>
internal sealed class WhenMatterProgressed(InboxProjection inbox) : IReaction<MatterProgressed>
{
    public Task OnAsync(MatterProgressed happened, EventRecord record, CancellationToken stop) => inbox.ApplyAsync(record.Producer, happened.Progress, stop);
}
