using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Seals;

internal sealed partial class SealService
{
    public override async Task<ChangeSealStateResponse> ChangeSealState(ChangeSealStateRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var seal = await db.Seals.OneAsync(request.Name, context.CancellationToken);
        seal.ExpectEtag(request.Etag, seal.Name);
        seal.Become(request.State, request.Reason, clock.Now);
        return await turn.CommitAsync(new ChangeSealStateResponse { Seal = seal.ToProto() });
    }
}
