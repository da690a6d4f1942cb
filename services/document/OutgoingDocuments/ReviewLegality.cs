using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    private const string LegalityStep = "legality-review";

    public override async Task<ReviewLegalityResponse> ReviewLegality(ReviewLegalityRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        document.TakeLegality(OpinionOf(request, document, on.Matter.State.Held!.Post));
        var deed = desk.DeedOn(document, request.Opinion, request.SeenSha256, nameof(ReviewLegality));
        // What is not lawful goes back to the drafter, to come straight back.
        var done = request.Passed ? on.Matter.Agree(deed, Onward.Ordinary) : on.Matter.Return(deed, on.Matter.Procedure.First.Id, straightBack: true);
        // A review shorter than is usual may be let pass.
        check.ShowOverridable(document, check.FindingsAt(document, Stage.Signing));
        await desk.RecordAsync(turn, on, done, stop);
        return await turn.CommitAsync(new ReviewLegalityResponse { OutgoingDocument = document.ToProto(withBody: true), Matter = desk.ToProto(on) });
    }

    private LegalityOpinion OpinionOf(ReviewLegalityRequest request, OutgoingDocument document, string post)
    {
        var (start, end) = (request.StartDate.ToDay(), request.EndDate.ToDay());
        if (start > end || end > clock.Today)
            throw DocumentErrors.ReviewDates(start, end, clock.Today);
        for (var year = start.Year; year <= end.Year; year++)
        {
            if (!calendar.IsPublished(year))
                throw DocumentErrors.CalendarNotPublished(year);
        }
        return new LegalityOpinion(
            request.Passed, request.Opinion, start, end, calendar.WorkingDaysBetween(start, end), request.EmergencyReason, caller.Actor, post, clock.Now, document.ContentSha256());
    }
}
