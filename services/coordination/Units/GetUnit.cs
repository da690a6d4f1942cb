using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Units;

internal sealed partial class UnitService
{
    public override async Task<GetUnitResponse> GetUnit(GetUnitRequest request, ServerCallContext context)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Name == request.Name, context.CancellationToken)
            ?? throw CoordinationErrors.UnitNotFound(request.Name);
        return new GetUnitResponse { Unit = unit.ToProto() };
    }
}
