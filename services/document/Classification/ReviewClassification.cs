using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using ReviewOutcome = Backoffice.Document.V1.ReviewOutcome;
using SecrecyMark = Backoffice.Document.Secrecy.SecrecyMark;

namespace Backoffice.Document.Classification;

internal sealed partial class ClassificationService
{
    public override async Task<ReviewClassificationResponse> ReviewClassification(ReviewClassificationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await secrecy.GetAsync(request.Name, stop);
        officers.Expect(caller);
        var mark = await secrecy.MarkOfAsync(document.Name, stop);
        if (mark is not { IsClassified: true })
            throw DocumentErrors.NotClassified(document.Name);
        mark.ExpectEtag(request.Etag, document.Name);
        if (TermRules.Check(await ChangeAsync(document, mark, request, stop), clock.Today) is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
        var knew = mark.Review(request.Outcome, request.Reason, request.DeclassificationDate?.ToDay(), request.Authority, request.Notice, caller.Actor, clock.Now, clock.Today);
        if (request.Outcome != ReviewOutcome.Keep)
            await notice.GiveAsync(turn, document, mark, knew, request.Outcome, stop);
        return await turn.CommitAsync(new ReviewClassificationResponse { SecrecyMark = mark.ToProto() });
    }

    private async Task<SecrecyChange> ChangeAsync(IMarked document, SecrecyMark mark, ReviewClassificationRequest request, CancellationToken stop)
    {
        var id = document.Id;
        // Whoever has it in this house reads it here.
        var outside = await db.Dispatches.Where(d => d.DocumentId == id && d.Unit == "").Select(d => d.Organ).Distinct().OrderBy(o => o).ToListAsync(stop);
        return new SecrecyChange(
            mark.Term,
            mark.IssuedOn,
            (Regulations.Secrecy.ReviewOutcome)((int)request.Outcome - 1),
            request.DeclassificationDate?.ToDay(),
            await secrecy.IsOriginalHereAsync(mark, stop),
            request.Authority,
            outside,
            request.Notice);
    }
}
