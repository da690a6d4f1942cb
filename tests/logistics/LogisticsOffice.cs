using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Logistics.Tests;

/// <summary>People of an office who use its vehicles, and what they say.</summary>
internal sealed record LogisticsOffice(Suite Suite, string Service = "logistics")
{
    /// <summary>The day after tomorrow at nine in Shanghai.</summary>
    public static DateTimeOffset Nine { get; } = new DateTimeOffset(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero).AddDays(2).AddHours(1);

    public VehicleService.VehicleServiceClient Vehicles => new(Suite.Call(Service, "director", Role.OfficeDirector));

    public VehicleBookingService.VehicleBookingServiceClient Chen => As("chen", Role.SectionChief);

    public VehicleBookingService.VehicleBookingServiceClient Li => As("li", Role.SectionChief);

    public VehicleBookingService.VehicleBookingServiceClient As(string account, params Role[] roles) => new(Suite.Call(Service, account, roles));

    /// <summary>A vehicle that no other test knows.</summary>
    public async Task<string> NewVehicleAsync() => (await Vehicles.CreateVehicleAsync(new CreateVehicleRequest { Vehicle = Car() })).Vehicle.Name;

    public async Task TakeOutOfServiceAsync(string vehicle) => await Vehicles.UpdateVehicleAsync(new UpdateVehicleRequest
    {
        Vehicle = new Vehicle(Car()) { Name = vehicle, OutOfService = true },
        UpdateMask = new FieldMask { Paths = { "out_of_service" } },
    });

    /// <summary>A booking from so many hours behind nine to so many.</summary>
    public static CreateVehicleBookingRequest Booking(string vehicle, double from, double to, string requestId = "") => new()
    {
        RequestId = requestId,
        VehicleBooking = new VehicleBooking { Vehicle = vehicle, StartTime = At(from), EndTime = At(to), Purpose = "接国务院督查组" },
    };

    public static Timestamp At(double hours) => Timestamp.FromDateTimeOffset(Nine.AddHours(hours));

    public static Vehicle Car() => new() { PlateNumber = NewPlate(), DisplayName = "轿车", SeatCount = 5 };

    /// <summary>A plate that no other test knows.</summary>
    public static string NewPlate() => $"京A·{Guid.NewGuid().ToString("N")[..10].ToUpperInvariant()}";

    public static string NewRequestId() => Guid.NewGuid().ToString();
}
