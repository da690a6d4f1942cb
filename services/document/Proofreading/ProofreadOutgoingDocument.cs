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
        var findings = await ReadAsync(text, context.CancellationToken);
        return new() { Findings = { Listed(findings, text) }, TextSha256 = text.Sha256(), Etag = document.Etag, More = findings.Count > MostListed };
    }
}
