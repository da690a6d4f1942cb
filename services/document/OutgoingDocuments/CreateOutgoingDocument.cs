using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    private const string OrderRow = "outgoing-order";

    public override async Task<CreateOutgoingDocumentResponse> CreateOutgoingDocument(CreateOutgoingDocumentRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        if (caller.MainPost.Length == 0)
            throw DocumentErrors.NoPost(caller.Account);
        if (request.OutgoingDocument.Title.Length == 0)
            throw DocumentErrors.Incomplete("title", "draft");
        var document = OutgoingDocument.Begin(caller.Actor, caller.MainPost, caller.Units[0], await turn.NextNumberAsync(OrderRow), clock.Now);
        Draft.Mask.ApplyAll(request.OutgoingDocument, document);
        db.OutgoingDocuments.Add(document);
        return await turn.CommitAsync(new CreateOutgoingDocumentResponse { OutgoingDocument = await ChangedAsync(document, context.CancellationToken) });
    }
}
