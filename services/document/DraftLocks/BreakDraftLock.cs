using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.DraftLocks;

internal sealed partial class DraftLockService
{
    public override async Task<BreakDraftLockResponse> BreakDraftLock(BreakDraftLockRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, context.CancellationToken);
        var held = document.LockAt(clock.Now) ?? throw DocumentErrors.NotLocked(document.Name);
        var ended = held.ToProto(directory.Current);
        held.Release();
        return await turn.CommitAsync(new BreakDraftLockResponse { DraftLock = ended });
    }
}
