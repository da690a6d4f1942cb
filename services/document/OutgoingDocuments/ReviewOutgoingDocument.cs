using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    public override async Task<ReviewOutgoingDocumentResponse> ReviewOutgoingDocument(ReviewOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        var answers = new ReviewChecklist([.. request.Answers.Select(a => new Regulations.Documents.ReviewAnswer(OwnBureau.PartOf(a.Part), a.InOrder, a.Note))]);
        if (!answers.IsComplete)
            throw DocumentErrors.Incomplete("answers", "review");
        document.TakeReview(request.Answers);
        var deed = desk.DeedOn(document, request.Opinion, request.SeenSha256, nameof(ReviewOutgoingDocument));
        if (answers.IsPassed)
        {
            check.Expect(document, Stage.OfficeReview);
            var unreviewed = document is { Draft.Normative: true, StandingLegality: not { Passed: true } } && on.Matter.Present.Next.Contains(LegalityStep);
            await desk.RecordAsync(turn, on, on.Matter.Agree(deed, new Onward(unreviewed ? LegalityStep : "", request.LegalityPost, [])), stop);
        }
        else
        {
            // 条例 第21条: back to the drafter, with the reasons, to come straight back.
            var reasons = string.Join('；', answers.Objections.Select(o => o.Note).Append(request.Opinion).Where(t => t.Length > 0));
            await desk.RecordAsync(turn, on, on.Matter.Return(deed with { Opinion = reasons }, on.Matter.Procedure.First.Id, straightBack: true), stop);
        }
        return await turn.CommitAsync(new ReviewOutgoingDocumentResponse { OutgoingDocument = document.ToProto(withBody: true), Matter = desk.ToProto(on) });
    }
}
