using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.Vehicles;

/// <summary>The rpcs of vehicles; one file each.</summary>
internal sealed partial class VehicleService(LogisticsDb db) : V1.VehicleService.VehicleServiceBase
{
    /// <summary>What must hold of a vehicle among the others, whatever changed.</summary>
    private async Task CheckAsync(Vehicle vehicle, CancellationToken stop)
    {
        if (await db.Vehicles.AsNoTracking().FirstOrDefaultAsync(v => v.PlateKey == vehicle.PlateKey && v.Name != vehicle.Name, stop) is { } other)
            throw LogisticsErrors.PlateTaken(other.PlateNumber, other.Name);
    }
}
