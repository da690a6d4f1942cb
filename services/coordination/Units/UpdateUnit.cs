using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Units;

internal sealed partial class UnitService
{
    public override async Task<UpdateUnitResponse> UpdateUnit(UpdateUnitRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Name == request.Unit.Name, stop) ?? throw CoordinationErrors.UnitNotFound(request.Unit.Name);
        unit.ExpectEtag(request.Unit.Etag, unit.Name);
        Unit.Mask.Apply(request.UpdateMask, request.Unit, unit);
        unit.Touch();
        await CheckAsync(unit, stop);

        return await publisher.CommitAsync(turn, unit.Name, new UpdateUnitResponse { Unit = unit.ToProto() });
    }
}
