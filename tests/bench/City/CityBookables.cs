using Backoffice.Logistics.V1;
using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Testing;

namespace Backoffice.Bench.City;

/// <summary>Rooms and vehicles, entered by calls: they are few.</summary>
internal static class CityBookables
{
    public static async Task EnterAsync(Suite suite, Random random)
    {
        var rooms = new RoomService.RoomServiceClient(suite.Call("meeting", "director", Role.OfficeDirector));
        for (var i = 1; i <= CityPlan.Rooms; i++)
        {
            await rooms.CreateRoomAsync(new CreateRoomRequest
            {
                RoomId = $"room-{i}",
                Room = new Room { DisplayName = $"第{i}会议室", SeatCount = random.Next(6, 200), Location = $"市政府大院{random.Next(1, 9)}号楼{random.Next(1, 12)}层" },
            });
        }
        var vehicles = new VehicleService.VehicleServiceClient(suite.Call("logistics", "director", Role.OfficeDirector));
        for (var i = 1; i <= CityPlan.Vehicles; i++)
        {
            await vehicles.CreateVehicleAsync(new CreateVehicleRequest
            {
                VehicleId = $"vehicle-{i}",
                Vehicle = new Vehicle { DisplayName = $"公务用车{i}号", PlateNumber = $"京A·{i:00000}", Model = "轿车", SeatCount = random.Next(5, 20) },
            });
        }
    }
}
