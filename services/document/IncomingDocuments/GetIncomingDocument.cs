using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<GetIncomingDocumentResponse> GetIncomingDocument(GetIncomingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadAsync(request.Name, caller, context.CancellationToken);
        return new GetIncomingDocumentResponse { IncomingDocument = document.ToProto(withBody: true) };
    }
}
