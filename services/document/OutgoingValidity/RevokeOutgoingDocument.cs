using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingValidity;

internal sealed partial class OutgoingValidityService
{
    public override async Task<RevokeOutgoingDocumentResponse> RevokeOutgoingDocument(RevokeOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await DispatchedAsync(request.Name, request.Etag, InvalidityKind.Revoked, stop);
        var by = await LaterAsync(document, request.RevokedBy, stop);
        var after = await RecordAsync(turn, document, InvalidityKind.Revoked, request.Reason, by, effective: null, stop);
        return await turn.CommitAsync(new RevokeOutgoingDocumentResponse { OutgoingDocument = after });
    }
}
