using Backoffice.Document.V1;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Backoffice.Procedures;
using Backoffice.Procedures.Matters;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<BatchAgreeMattersResponse> BatchAgreeMatters(BatchAgreeMattersRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var answer = new BatchAgreeMattersResponse();
        foreach (var matter in request.Matters)
            answer.Outcomes.Add(await AgreeAsync(turn, matter, request, context.CancellationToken));
        return await turn.CommitAsync(answer);
    }

    /// <summary>Agrees to one matter, or says why not; a verb that is refused has changed nothing of it.</summary>
    private async Task<BatchOutcome> AgreeAsync(Turn turn, BatchedMatter sent, BatchAgreeMattersRequest request, CancellationToken stop)
    {
        try
        {
            var on = await desk.FindAsync(sent.Name, stop);
            on.Matter.ExpectVersion(sent.Etag);
            if (on.Matter is { IsRunning: true, Present: { Light: false } step })
                throw ProcedureErrors.NotLight(step.Title);
            var deed = desk.DeedOn(on.Subject, request.Opinion, sent.SeenSha256) with { OpinionForm = request.OpinionForm };
            await desk.RecordAsync(turn, on, on.Matter.Agree(deed, Onward.Ordinary), stop);
            return new BatchOutcome { Name = sent.Name, Matter = desk.ToProto(on) };
        }
        catch (Refusal refusal)
        {
            return new BatchOutcome { Name = sent.Name, Refusal = refusal.ToStatus() };
        }
    }
}
