using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    public override async Task<RecheckOutgoingDocumentResponse> RecheckOutgoingDocument(RecheckOutgoingDocumentRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        check.Expect(document, Stage.Recheck, await check.CountersignsAsync(document, on.Matter.Id, context.CancellationToken));
        var (after, matter) = await CompleteAsync(turn, document, on, desk.DeedOn(document, request.Opinion, form: nameof(RecheckOutgoingDocument)), context.CancellationToken);
        return await turn.CommitAsync(new RecheckOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter });
    }
}
