using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Delegations;

internal sealed partial class DelegationService
{
    public override async Task<GetDelegationResponse> GetDelegation(GetDelegationRequest request, ServerCallContext context)
    {
        var id = IdOf(request.Name);
        var delegation = await db.Delegations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, context.CancellationToken)
            ?? throw CoordinationErrors.DelegationNotFound(request.Name);
        return new GetDelegationResponse { Delegation = delegation.ToProto() };
    }
}
