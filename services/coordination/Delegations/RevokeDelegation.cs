using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Delegations;

internal sealed partial class DelegationService
{
    public override async Task<RevokeDelegationResponse> RevokeDelegation(RevokeDelegationRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var id = IdOf(request.Name);
        var delegation = await db.Delegations.SingleOrDefaultAsync(d => d.Id == id, context.CancellationToken)
            ?? throw CoordinationErrors.DelegationNotFound(request.Name);
        delegation.ExpectEtag(request.Etag, delegation.Name);
        delegation.Revoke(caller, clock.Now);

        return await publisher.CommitAsync(turn, delegation.Name, new RevokeDelegationResponse { Delegation = delegation.ToProto() });
    }
}
