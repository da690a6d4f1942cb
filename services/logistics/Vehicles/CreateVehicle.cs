using Backoffice.Logistics.V1;
using Backoffice.Platform.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.Vehicles;

internal sealed partial class VehicleService
{
    public override async Task<CreateVehicleResponse> CreateVehicle(CreateVehicleRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var vehicle = new Vehicle { Name = NewName.Of("vehicles", request.VehicleId) };
        if (await db.Vehicles.AnyAsync(v => v.Name == vehicle.Name, stop))
            throw LogisticsErrors.NameTaken(vehicle.Name);
        Vehicle.Mask.ApplyAll(request.Vehicle, vehicle);
        await CheckAsync(vehicle, stop);

        db.Vehicles.Add(vehicle);
        return await turn.CommitAsync(new CreateVehicleResponse { Vehicle = vehicle.ToProto() });
    }
}
