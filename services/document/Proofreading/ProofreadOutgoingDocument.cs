using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Proofreading;

internal sealed partial class ProofreadingService
{
    public override async Task<ProofreadOutgoingDocumentResponse> ProofreadOutgoingDocument(ProofreadOutgoingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadOutgoingAsync(request.Name, caller, context.CancellationToken);
        var text = document.ToProofText();
        return new()
        {
            Findings = { (await ReadAsync(text, context.CancellationToken)).Select(f => f.ToProto()) },
            TextSha256 = text.Sha256(),
            Etag = document.Etag,
        };
    }
}
