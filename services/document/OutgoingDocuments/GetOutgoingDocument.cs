using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<GetOutgoingDocumentResponse> GetOutgoingDocument(GetOutgoingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadOutgoingAsync(request.Name, caller, context.CancellationToken);
        // What our rules have to say of a document is not for the organ that received it.
        var outside = caller.Has(Role.Counterpart);
        return new GetOutgoingDocumentResponse { OutgoingDocument = outside ? document.ToProto(withBody: true) : WithFindings(document) };
    }
}
