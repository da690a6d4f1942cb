using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingValidity;

internal sealed partial class OutgoingValidityService
{
    public override async Task<RepealOutgoingDocumentResponse> RepealOutgoingDocument(RepealOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await DispatchedAsync(request.Name, request.Etag, InvalidityKind.Repealed, stop);
        var by = await LaterAsync(document, request.RepealedBy, stop);
        var day = request.EffectiveDate.ToDay();
        if (day < document.FinalDay!.Value)
            throw DocumentErrors.RepealDate(day, document.FinalDay.Value);
        var after = await RecordAsync(turn, document, InvalidityKind.Repealed, request.Reason, by, day, stop);
        return await turn.CommitAsync(new RepealOutgoingDocumentResponse { OutgoingDocument = after });
    }
}
