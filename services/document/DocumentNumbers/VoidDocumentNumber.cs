using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DocumentNumbers;

internal sealed partial class DocumentNumberService
{
    public override async Task<VoidDocumentNumberResponse> VoidDocumentNumber(VoidDocumentNumberRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var number = await db.DocumentNumbers.SingleOrDefaultAsync(n => n.Number == request.Number && n.VoidTime == null, stop)
            ?? throw DocumentErrors.NumberNotFound(request.Number);
        var document = await db.GetOutgoingAsync($"outgoingDocuments/{number.DocumentId}", caller, stop);
        // Its matter ends with it: whoever holds the matter voids the number. What was dispatched is revoked or repealed instead.
        // Where the matter was ended before, the register follows.
        if (document.State != OutgoingDocumentState.Cancelled)
        {
            var on = await desk.OfAsync(document, document.Name, stop);
            await desk.RecordAsync(turn, on, on.Matter.Terminate(desk.DeedOn(document, request.Reason)), stop);
        }
        number.Void(request.Reason, clock.Now);
        return await turn.CommitAsync(new VoidDocumentNumberResponse { DocumentNumber = number.ToProto() });
    }
}
