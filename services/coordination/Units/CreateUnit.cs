using Backoffice.Coordination.V1;
using Backoffice.Platform.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Units;

internal sealed partial class UnitService
{
    public override async Task<CreateUnitResponse> CreateUnit(CreateUnitRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var unit = new Unit { Name = NewName.Of("units", request.UnitId) };
        if (await db.Units.AnyAsync(u => u.Name == unit.Name, stop))
            throw CoordinationErrors.NameTaken(unit.Name);
        Unit.Mask.ApplyAll(request.Unit, unit);
        await CheckAsync(unit, stop);

        db.Units.Add(unit);
        return await publisher.CommitAsync(turn, unit.Name, new CreateUnitResponse { Unit = unit.ToProto() });
    }
}
