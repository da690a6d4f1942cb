using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<UpdateOutgoingDocumentResponse> UpdateOutgoingDocument(UpdateOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await drafts.ReviseAsync(turn, request.OutgoingDocument, request.UpdateMask, request.ChangeKind, request.Reason, stop);
        return await turn.CommitAsync(new UpdateOutgoingDocumentResponse { OutgoingDocument = await drafts.ShowAsync(document, stop) });
    }
}
