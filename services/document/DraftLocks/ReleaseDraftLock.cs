using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.DraftLocks;

internal sealed partial class DraftLockService
{
    public override async Task<ReleaseDraftLockResponse> ReleaseDraftLock(ReleaseDraftLockRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, context.CancellationToken);
        if (document.Lock is { } held && held.IsHeldBy(caller))
            held.Release();
        return await turn.CommitAsync(new ReleaseDraftLockResponse());
    }
}
