using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Inbox;

/// <summary>What was urged to be signed for waits for nobody once it is.</summary>
internal sealed class WhenDispatchSignedFor(InboxProjection inbox) : IReaction<DispatchSignedFor>
{
    public Task OnAsync(DispatchSignedFor happened, EventRecord record, CancellationToken stop) => inbox.RemoveAsync($"{record.Producer}/{happened.Dispatch}", stop);
}
