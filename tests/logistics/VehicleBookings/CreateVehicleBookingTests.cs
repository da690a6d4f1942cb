using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.VehicleBookings;

public sealed class CreateVehicleBookingTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_free_vehicle_is_booked_for_the_caller(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var sent = Booking(await office.NewVehicleAsync(), 0, 1.5).VehicleBooking;
        var booking = (await office.Chen.CreateVehicleBookingAsync(new CreateVehicleBookingRequest { VehicleBooking = sent })).VehicleBooking;
        booking.ShouldBe(new VehicleBooking(sent) { Name = booking.Name, Etag = "1", Booker = "chen", CreateTime = booking.CreateTime });
        booking.CreateTime.ToDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await office.Li.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = booking.Name })).VehicleBooking.ShouldBe(booking);
    }

    [Theory, EveryDatabase]
    public async Task What_the_service_decides_is_not_taken_from_the_caller(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = Booking(await office.NewVehicleAsync(), 0, 1);
        request.VehicleBooking.Name = $"vehicleBookings/{Guid.NewGuid()}";
        (request.VehicleBooking.Etag, request.VehicleBooking.Booker, request.VehicleBooking.Cancelled, request.VehicleBooking.CreateTime) = ("7", "li", true, At(-9000));
        var booking = (await office.Chen.CreateVehicleBookingAsync(request)).VehicleBooking;
        booking.Name.ShouldNotBe(request.VehicleBooking.Name);
        (booking.Etag, booking.Booker, booking.Cancelled).ShouldBe(("1", "chen", false));
        booking.CreateTime.ShouldNotBe(At(-9000));
    }

    [Theory, EveryDatabase]
    public async Task A_held_vehicle_is_refused_with_the_times_of_the_clash_and_nothing_else_of_it(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 1, 2));
        await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 0, 1));

        var refused = await Should.ThrowAsync<RpcException>(async () => await office.Li.CreateVehicleBookingAsync(Booking(vehicle, 0.5, 3)));
        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        var status = refused.GetRpcStatus()!;
        var info = status.GetDetail<ErrorInfo>()!;
        info.Reason.ShouldBe("VEHICLE_TAKEN");
        info.Metadata.ShouldBe(new Dictionary<string, string> { ["vehicle"] = vehicle, ["start_time"] = Shanghai(0), ["end_time"] = Shanghai(1) }, ignoreOrder: true);
        status.GetDetail<LocalizedMessage>()!.Message.ShouldBe($"{vehicle} 在 {Shanghai(0)} 至 {Shanghai(1)} 已被占用。");
        status.ToString().ShouldNotContain("接国务院督查组");
    }

    [Theory, EveryDatabase]
    public async Task Bookings_that_touch_and_other_vehicles_are_no_clash(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 1, 2));
        await office.Li.CreateVehicleBookingAsync(Booking(vehicle, 0, 1));
        await office.Li.CreateVehicleBookingAsync(Booking(vehicle, 2, 3));
        await office.Li.CreateVehicleBookingAsync(Booking(await office.NewVehicleAsync(), 1, 2));
    }

    [Theory, EveryDatabase]
    public async Task An_interval_that_is_none_or_too_long_is_refused(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        await InvalidAsync(Booking(vehicle, 1, 1));
        await InvalidAsync(Booking(vehicle, 1, 0));
        await InvalidAsync(Booking(vehicle, 0, (31 * 24) + 0.001));
        await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 0, 31 * 24));

        async Task InvalidAsync(CreateVehicleBookingRequest request)
        {
            var refused = await Refused.ForAsync("INVALID_INTERVAL", office.Chen.CreateVehicleBookingAsync(request));
            DateTimeOffset.Parse(refused.Metadata["start_time"]).ShouldBe(request.VehicleBooking.StartTime.ToDateTimeOffset());
            refused.Metadata["end_time"].ShouldEndWith("+08:00");
        }
    }

    [Theory, EveryDatabase]
    public async Task The_past_is_not_booked_even_where_it_was_held(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, -90, 2));
        await Refused.ForAsync("INVALID_INTERVAL", office.Chen.CreateVehicleBookingAsync(Booking(vehicle, -80, -70)));
    }

    [Theory, EveryDatabase]
    public async Task The_ends_of_the_calendar_are_refused_and_no_failure(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        foreach (var second in (long[])[-62135596800, 253402300798])
        {
            var booking = new VehicleBooking { Vehicle = "vehicles/none", Purpose = "送文", StartTime = new Timestamp { Seconds = second }, EndTime = new Timestamp { Seconds = second + 1 } };
            (await Refused.ReasonOfAsync(office.Chen.CreateVehicleBookingAsync(new CreateVehicleBookingRequest { VehicleBooking = booking }))).ShouldBeOneOf("INVALID_INTERVAL", "VEHICLE_NOT_FOUND");
            await office.Chen.ListVehicleBookingsAsync(new ListVehicleBookingsRequest { Vehicle = "vehicles/none", StartTime = booking.StartTime, EndTime = booking.EndTime });
        }
    }

    [Theory, EveryDatabase]
    public async Task A_vehicle_out_of_service_takes_no_bookings_and_keeps_those_it_has(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        var kept = (await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 0, 1))).VehicleBooking;
        await office.TakeOutOfServiceAsync(vehicle);
        (await Refused.ForAsync("OUT_OF_SERVICE", office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 1, 2)))).Metadata["name"].ShouldBe(vehicle);
        (await office.Chen.GetVehicleBookingAsync(new GetVehicleBookingRequest { Name = kept.Name })).VehicleBooking.ShouldBe(kept);
    }

    [Theory, EveryDatabase]
    public async Task A_vehicle_that_is_none_is_not_found(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        await Refused.ForAsync("VEHICLE_NOT_FOUND", office.Chen.CreateVehicleBookingAsync(Booking("vehicles/none", 0, 1)));
    }

    [Theory, EveryDatabase]
    public async Task Administrators_and_counterparts_do_not_book(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        foreach (var role in (Role[])[Role.SystemAdministrator, Role.SecurityAdministrator, Role.SecurityAuditor, Role.Counterpart])
            await Refused.ForAsync("PERMISSION_DENIED", office.As("other", role).CreateVehicleBookingAsync(Booking(vehicle, 0, 1)));
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_named(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        (await Refused.FieldsOfAsync(office.Chen.CreateVehicleBookingAsync(new CreateVehicleBookingRequest()))).ShouldBe(["vehicle_booking"]);
        var broken = new VehicleBooking { Vehicle = "公车", StartTime = new Timestamp { Nanos = -1 } };
        (await Refused.FieldsOfAsync(office.Chen.CreateVehicleBookingAsync(new CreateVehicleBookingRequest { VehicleBooking = broken })))
            .ShouldBe(["vehicle_booking.vehicle", "vehicle_booking.start_time", "vehicle_booking.end_time", "vehicle_booking.purpose"]);
    }

    [Theory, EveryDatabase]
    public async Task The_others_are_told_without_the_purpose(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = (await office.Chen.CreateVehicleBookingAsync(Booking(await office.NewVehicleAsync(), 0, 1))).VehicleBooking;
        var told = (await office.Suite.EventsAsync<VehicleBooked>("logistics")).Single(e => e.VehicleBooking.Name == booking.Name);
        told.VehicleBooking.ShouldBe(new VehicleBooking(booking) { Purpose = "" });
        RedactedText.In(told).ShouldBeEmpty();
        RedactedText.In(booking).ShouldBe(["backoffice.logistics.v1.VehicleBooking.purpose"]);
    }

    [Theory, EveryDatabase]
    public async Task The_audit_trail_names_the_booking_and_never_its_purpose(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var booking = (await office.Chen.CreateVehicleBookingAsync(Booking(await office.NewVehicleAsync(), 0, 1))).VehicleBooking;
        var auditor = new AuditService.AuditServiceClient(office.Suite.Call("logistics", "auditor", Role.SecurityAuditor));
        var entry = (await auditor.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/logistics", Resource = booking.Name })).AuditEntries.ShouldHaveSingleItem();
        (entry.Account, entry.Method, entry.Code).ShouldBe(("chen", "backoffice.logistics.v1.VehicleBookingService/CreateVehicleBooking", 0));
        entry.ToString().ShouldNotContain("接国务院督查组");
    }

    private static string Shanghai(double hours) => Nine.AddHours(hours).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz");
}
