using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.FrequentOpinions;

internal sealed partial class FrequentOpinionService
{
    public override async Task<DiscardFrequentOpinionResponse> DiscardFrequentOpinion(DiscardFrequentOpinionRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        await opinions.Own.Where(o => o.Text == request.Text).ExecuteDeleteAsync(context.CancellationToken);
        return await turn.CommitAsync(new DiscardFrequentOpinionResponse());
    }
}
