using Backoffice.Coordination.V1;
using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.VehicleBookings;

public sealed class CancelVehicleBookingTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_booker_cancels_and_the_vehicle_is_free_again(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = await BookAsync(office);
        var cancelled = (await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name, Etag = booking.Etag })).VehicleBooking;
        cancelled.ShouldBe(new VehicleBooking(booking) { Cancelled = true, Etag = "2" });
        await office.Li.CreateVehicleBookingAsync(Booking(booking.Vehicle, 0, 1));
    }

    [Theory, EveryDatabase]
    public async Task The_office_cancels_what_others_booked(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        foreach (var role in (Role[])[Role.Clerk, Role.OfficeDirector])
        {
            var booking = await BookAsync(office);
            (await office.As("office", role).CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name })).VehicleBooking.Cancelled.ShouldBeTrue();
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_cancels_not_even_the_director(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = await BookAsync(office);
        foreach (var other in (Role[])[Role.SectionChief, Role.DeputyDirector, Role.Director, Role.Archivist])
        {
            var refused = await Refused.ForAsync("NOT_THE_BOOKER", office.As("li", other).CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name }));
            (refused.Metadata["name"], refused.Metadata["booker"]).ShouldBe((booking.Name, "chen"));
        }
        await Refused.ForAsync("PERMISSION_DENIED", office.As("chen", Role.SystemAdministrator).CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name }));
        (await office.Chen.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = booking.Name })).VehicleBooking.ShouldBe(booking);
    }

    [Theory, EveryDatabase]
    public async Task Who_booked_before_and_after_entering_the_directory_is_the_same_booker(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, LogisticsModule.Module);
        var office = new LogisticsOffice(suite);
        var before = await BookAsync(office);
        await suite.PublishAsync(new Coordination.V1.Directory { Version = 1, People = { new Person { Name = "people/chen", Account = "chen", DisplayName = "陈科长" } } });
        var after = await BookAsync(office);
        (before.Booker, after.Booker).ShouldBe(("chen", "people/chen"));
        await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = before.Name });
        await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = after.Name });
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_cancels_nothing(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = await BookAsync(office);
        var refused = await Refused.ForAsync("STALE_ETAG", office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name, Etag = "9" }));
        refused.Metadata["name"].ShouldBe(booking.Name);
        (await office.Chen.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = booking.Name })).VehicleBooking.ShouldBe(booking);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_booking_is_over(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = await BookAsync(office);
        await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name });
        (await Refused.ForAsync("BOOKING_OVER", office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = booking.Name }))).Metadata["name"].ShouldBe(booking.Name);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_cancel_one_does(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = await BookAsync(office);
        var request = new CancelVehicleBookingRequest { Name = booking.Name };
        var reasons = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Refused.ReasonOfAsync(office.Chen.CancelVehicleBookingAsync(request))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("BOOKING_OVER", 9)]);
        (await office.Suite.EventsAsync<VehicleBookingCancelled>("logistics")).Count(e => e.VehicleBooking.Name == booking.Name).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = new CancelVehicleBookingRequest { Name = (await BookAsync(office)).Name, Etag = "1", RequestId = NewRequestId() };
        var first = await office.Chen.CancelVehicleBookingAsync(request);
        (await office.Chen.CancelVehicleBookingAsync(request)).ShouldBe(first);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_is_none_is_not_found(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        foreach (var name in (string[])[$"vehicleBookings/{Guid.NewGuid()}", $"vehicleBookings/{new string('-', 36)}"])
            await Refused.ForAsync("BOOKING_NOT_FOUND", office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = name }));
        (await Refused.FieldsOfAsync(office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = "vehicleBookings/x:cancel" }))).ShouldBe(["name"]);
    }

    [Theory, EveryDatabase]
    public async Task The_others_are_told_without_the_purpose(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var cancelled = (await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = (await BookAsync(office)).Name })).VehicleBooking;
        var told = (await office.Suite.EventsAsync<VehicleBookingCancelled>("logistics")).Single(e => e.VehicleBooking.Name == cancelled.Name);
        told.VehicleBooking.ShouldBe(new VehicleBooking(cancelled) { Purpose = "" });
        RedactedText.In(told).ShouldBeEmpty();
    }

    private static async Task<VehicleBooking> BookAsync(LogisticsOffice office) =>
        (await office.Chen.CreateVehicleBookingAsync(Booking(await office.NewVehicleAsync(), 0, 1))).VehicleBooking;
}
