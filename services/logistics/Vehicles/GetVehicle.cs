using Backoffice.Logistics.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.Vehicles;

internal sealed partial class VehicleService
{
    public override async Task<GetVehicleResponse> GetVehicle(GetVehicleRequest request, ServerCallContext context)
    {
        var vehicle = await db.Vehicles.AsNoTracking().SingleOrDefaultAsync(v => v.Name == request.Name, context.CancellationToken)
            ?? throw LogisticsErrors.VehicleNotFound(request.Name);
        return new GetVehicleResponse { Vehicle = vehicle.ToProto() };
    }
}
