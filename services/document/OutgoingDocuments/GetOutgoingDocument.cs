using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<GetOutgoingDocumentResponse> GetOutgoingDocument(GetOutgoingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadOutgoingAsync(request.Name, caller, context.CancellationToken);
        return new GetOutgoingDocumentResponse
        {
            OutgoingDocument = IsOutside ? AsShown(document, withBody: true) : await WithFindingsAsync(document, context.CancellationToken),
        };
    }
}
