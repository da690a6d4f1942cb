using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<CreateOutgoingDocumentResponse> CreateOutgoingDocument(CreateOutgoingDocumentRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var document = await drafts.BeginAsync(turn, request.OutgoingDocument, context.CancellationToken);
        return await turn.CommitAsync(new CreateOutgoingDocumentResponse { OutgoingDocument = await drafts.ShowAsync(document, context.CancellationToken) });
    }
}
