using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    public override async Task<ConfirmClassificationResponse> ConfirmClassification(ConfirmClassificationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await secrecy.GetAsync(request.Name, stop);
        var mark = await secrecy.MarkOfAsync(request.Name, stop) ?? throw DocumentErrors.NotScoped(request.Name);
        if (!officers.Include(caller))
            throw SecrecyDesk.Refuse(SecrecyRules.NotConfirmed());
        // 承办人提出、定密责任人审核批准: two people, whatever their posts.
        if (mark.AwaitsOfficer && (mark.Proposer == caller.Actor || (document as OutgoingDocument)?.Drafter == caller.Actor))
            throw SecrecyDesk.Refuse(SecrecyRules.ApprovesOwn());
        if (SecrecyRules.DecidedElsewhere(mark.Referral, request.Decision).ToList() is { Count: > 0 } undecided)
            throw DocumentErrors.RuleBroken(undecided);
        mark.Confirm(caller.Actor, request.Decision, clock.Now, clock.Today);
        turn.Publish(new SecrecyMarked { Document = mark.Subject, Level = (V1.SecrecyLevel)(int)mark.Level, Scoped = mark.Scope.Count > 0, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new ConfirmClassificationResponse { SecrecyMark = mark.ToProto() });
    }
}
