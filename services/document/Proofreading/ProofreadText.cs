using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Proofreading.Texts;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.Proofreading;

internal sealed partial class ProofreadingService
{
    public override async Task<ProofreadTextResponse> ProofreadText(ProofreadTextRequest request, ServerCallContext context)
    {
        // The gate looks at what writes; this only reads, and yet takes a text in.
        if (StateSecrets.MarkedField(request, zone) is { } field)
            throw await db.StateSecretAsync(context, field, request.ToByteArray());
        var text = new ProofText
        {
            Title = request.Title,
            MainRecipients = request.MainRecipients,
            CopyRecipients = request.CopyRecipients,
            Body = request.Body,
            AttachmentList = request.AttachmentList,
            AttachmentTitles = request.AttachmentTitles,
            Annexes = [.. request.Annexes.Select(a => new AnnexText(a.Title, a.Text))],
        };
        var findings = await ReadAsync(text, context.CancellationToken);
        return new() { Findings = { Listed(findings, text) }, More = findings.Count > MostListed };
    }
}
