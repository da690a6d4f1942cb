using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Inbox;

/// <summary>What was withdrawn or revoked need not be signed for any more; what was repealed was in force, and its receipt is still asked for.</summary>
internal sealed class WhenDocumentInvalidated(InboxProjection inbox) : IReaction<OutgoingDocumentInvalidated>
{
    public async Task OnAsync(OutgoingDocumentInvalidated happened, EventRecord record, CancellationToken stop)
    {
        if (happened.Invalidity.Kind is not (InvalidityKind.Withdrawn or InvalidityKind.Revoked))
            return;
        foreach (var dispatch in happened.Dispatches)
            await inbox.RemoveAsync($"{record.Producer}/{dispatch}", stop);
    }
}
