using Backoffice.Logistics.VehicleBookings;
using Backoffice.Logistics.Vehicles;
using Backoffice.Platform.Hosting;

namespace Backoffice.Logistics;

/// <summary>The logistics service (办事): official vehicles, and who holds them when.</summary>
public static class LogisticsModule
{
    public static ServiceModule Module { get; } = new ServiceModule("logistics")
        .Stores<LogisticsDb, SqliteLogisticsDb, PostgresLogisticsDb>()
        .Serves<VehicleService>()
        .Serves<VehicleBookingService>();
}
