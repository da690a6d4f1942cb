using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    public override async Task<SignOutgoingDocumentResponse> SignOutgoingDocument(SignOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        // 姓名和完整日期: the day is stated by whoever signs, and is the day it is done (条例 第22条; 第9条(十二)).
        if (request.SignDate.ToDay() is var day && day != clock.Today)
            throw DocumentErrors.SignDate(day, clock.Today);
        var (rank, appointment) = heads.RankAt(on.Matter.State.Held!.Post);
        var deed = desk.DeedOn(document, request.Opinion, request.SeenSha256, nameof(SignOutgoingDocument)) with { OpinionForm = request.Form };
        document.Sign(new Signature(caller.Actor, caller.DisplayName, rank, deed.FormGiven, day, appointment));
        check.Expect(document, Stage.Signing, await check.CountersignsAsync(document, on.Matter.Id, stop));
        await secrecy.ExpectConfirmedAsync(document, stop);
        var (after, matter) = await CompleteAsync(turn, document, on, deed, stop);
        return await turn.CommitAsync(new SignOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter });
    }
}
