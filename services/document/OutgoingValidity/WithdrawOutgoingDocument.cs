using Backoffice.Document.V1;
using Grpc.Core;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.OutgoingValidity;

internal sealed partial class OutgoingValidityService
{
    public override async Task<WithdrawOutgoingDocumentResponse> WithdrawOutgoingDocument(WithdrawOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await DispatchedAsync(request.Name, request.Etag, InvalidityKind.Withdrawn, stop);
        // Whoever signed it answers for it, and the office sends for the bureau.
        if (document.Signature!.Person != caller.Actor && !caller.Has(Role.OfficeDirector))
            throw DocumentErrors.NotTheSigner(document.Name, document.Signature.DisplayName);
        var replacement = request.Replacement.Length > 0 ? await LaterAsync(document, request.Replacement, stop) : null;
        var after = await RecordAsync(turn, document, InvalidityKind.Withdrawn, request.Reason, replacement, effective: null, stop);
        return await turn.CommitAsync(new WithdrawOutgoingDocumentResponse { OutgoingDocument = after });
    }
}
