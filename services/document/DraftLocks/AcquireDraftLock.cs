using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.DraftLocks;

internal sealed partial class DraftLockService
{
    // As long as somebody thinks about a sentence; an editor that is open renews it.
    private const int DefaultLeaseSeconds = 300;

    public override async Task<AcquireDraftLockResponse> AcquireDraftLock(AcquireDraftLockRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, stop);
        drafts.ExpectToBeWithCaller(document, await desk.RunningOfAsync(document, document.Name, stop));
        drafts.ExpectNotLockedByAnother(document);
        var held = document.LockFor(caller, clock.Now, TimeSpan.FromSeconds(request.LeaseSeconds == 0 ? DefaultLeaseSeconds : request.LeaseSeconds));
        return await turn.CommitAsync(new AcquireDraftLockResponse { DraftLock = held.ToProto(directory.Current) });
    }
}
