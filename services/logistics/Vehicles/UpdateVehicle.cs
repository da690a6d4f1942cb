using Backoffice.Logistics.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.Vehicles;

internal sealed partial class VehicleService
{
    public override async Task<UpdateVehicleResponse> UpdateVehicle(UpdateVehicleRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var vehicle = await db.Vehicles.SingleOrDefaultAsync(v => v.Name == request.Vehicle.Name, stop)
            ?? throw LogisticsErrors.VehicleNotFound(request.Vehicle.Name);
        vehicle.ExpectEtag(request.Vehicle.Etag, vehicle.Name);
        Vehicle.Mask.Apply(request.UpdateMask, request.Vehicle, vehicle);
        vehicle.Touch();
        await CheckAsync(vehicle, stop);

        return await turn.CommitAsync(new UpdateVehicleResponse { Vehicle = vehicle.ToProto() });
    }
}
