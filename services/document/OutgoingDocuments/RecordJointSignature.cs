using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    public override async Task<RecordJointSignatureResponse> RecordJointSignature(RecordJointSignatureRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (document, _) = await AtStepAsync(context, request.Name, request.MatterEtag);
        document.ExpectState("联署会签", OutgoingDocumentState.InProgress, OutgoingDocumentState.Signed);
        check.ExpectReviewed(document);
        var (day, drafted) = (request.SignDate.ToDay(), clock.DayOf(document.CreateTime));
        if (day < drafted || day > clock.Today)
            throw DocumentErrors.JointSignDate(request.Organ, day, drafted, clock.Today);
        document.SignJointly(request.Organ, new JointSignature(
            request.Signer, request.Principal, day, request.Opinion, request.Reference, caller.Actor, clock.Now, document.ContentSha256()));
        return await turn.CommitAsync(new RecordJointSignatureResponse { OutgoingDocument = document.ToProto(await check.FindingsNowAsync(document, stop)) });
    }
}
