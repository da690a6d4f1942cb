using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.FrequentOpinions;

internal sealed partial class FrequentOpinionService
{
    public override async Task<SaveFrequentOpinionResponse> SaveFrequentOpinion(SaveFrequentOpinionRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var kept = await opinions.KeptAsync(request.Text, context.CancellationToken);
        kept.Save(clock.Now);
        return await turn.CommitAsync(new SaveFrequentOpinionResponse { FrequentOpinion = kept.ToProto() });
    }
}
