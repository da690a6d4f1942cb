using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.VehicleBookings;

public sealed class GetVehicleBookingTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_cancelled_booking_can_still_be_read(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var name = (await office.Chen.CreateVehicleBookingAsync(Booking(await office.NewVehicleAsync(), 0, 1))).VehicleBooking.Name;
        var cancelled = (await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = name })).VehicleBooking;
        (await office.Li.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = name })).VehicleBooking.ShouldBe(cancelled);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_is_none_is_not_found(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        foreach (var name in (string[])[$"vehicleBookings/{Guid.NewGuid()}", $"vehicleBookings/{new string('-', 36)}"])
            (await Refused.ForAsync("BOOKING_NOT_FOUND", office.Chen.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = name }))).Metadata["name"].ShouldBe(name);
        (await Refused.FieldsOfAsync(office.Chen.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = "vehicleBookings/1" }))).ShouldBe(["name"]);
    }

    [Theory, EveryDatabase]
    public async Task The_system_administrator_reads_no_bookings(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = new GetVehicleBookingRequest { Name = $"vehicleBookings/{Guid.NewGuid()}" };
        await Refused.ForAsync("PERMISSION_DENIED", office.As("sysadmin", Role.SystemAdministrator).GetVehicleBookingAsync(request));
    }
}
