using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<SignForIncomingDocumentResponse> SignForIncomingDocument(SignForIncomingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var sent = request.IncomingDocument;
        await using var turn = await db.BeginTurnAsync(context);
        if (sent.Title.Length == 0 && sent.DocumentNumber.Length == 0)
            throw DocumentErrors.Incomplete("title or document_number", "sign for");
        var document = await receiving.ReceiveAsync(turn, sent);
        db.IncomingDocuments.Add(document);
        await document.PutInIndexAsync(db, stop);
        return await turn.CommitAsync(new SignForIncomingDocumentResponse { IncomingDocument = document.ToProto(withBody: true) });
    }
}
