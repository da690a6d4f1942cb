using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Shouldly;
using Xunit;
using static Backoffice.Meeting.Tests.MeetingOffice;

namespace Backoffice.Meeting.Tests.RoomBookings;

public sealed class CreateRoomBookingTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_free_room_is_booked_for_the_caller(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var sent = Booking(await office.NewRoomAsync(), 0, 1.5).RoomBooking;
        var booking = (await office.Chen.CreateRoomBookingAsync(new CreateRoomBookingRequest { RoomBooking = sent })).RoomBooking;
        booking.ShouldBe(new RoomBooking(sent) { Name = booking.Name, Etag = "1", Booker = "chen", CreateTime = booking.CreateTime });
        booking.CreateTime.ToDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await office.Li.GetRoomBookingAsync(new GetRoomBookingRequest { Name = booking.Name })).RoomBooking.ShouldBe(booking);
    }

    [Theory, EveryDatabase]
    public async Task What_the_service_decides_is_not_taken_from_the_caller(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = Booking(await office.NewRoomAsync(), 0, 1);
        request.RoomBooking.Name = $"roomBookings/{Guid.NewGuid()}";
        (request.RoomBooking.Etag, request.RoomBooking.Booker, request.RoomBooking.Cancelled, request.RoomBooking.CreateTime) = ("7", "li", true, At(-9000));
        var booking = (await office.Chen.CreateRoomBookingAsync(request)).RoomBooking;
        booking.Name.ShouldNotBe(request.RoomBooking.Name);
        (booking.Etag, booking.Booker, booking.Cancelled).ShouldBe(("1", "chen", false));
        booking.CreateTime.ShouldNotBe(At(-9000));
        var auditor = new AuditService.AuditServiceClient(office.Suite.Call("meeting", "auditor", Role.SecurityAuditor));
        (await auditor.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/meeting", Resource = booking.Name })).AuditEntries.ShouldHaveSingleItem();
        (await auditor.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/meeting", Resource = request.RoomBooking.Name })).AuditEntries.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_held_room_is_refused_with_the_times_of_the_clash_and_nothing_else_of_it(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        await office.Chen.CreateRoomBookingAsync(Booking(room, 1, 2));
        await office.Chen.CreateRoomBookingAsync(Booking(room, 0, 1));

        var refused = await Should.ThrowAsync<RpcException>(async () => await office.Li.CreateRoomBookingAsync(Booking(room, 0.5, 3)));
        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        var status = refused.GetRpcStatus()!;
        var info = status.GetDetail<ErrorInfo>()!;
        info.Reason.ShouldBe("ROOM_TAKEN");
        info.Metadata.ShouldBe(new Dictionary<string, string> { ["room"] = room, ["start_time"] = Shanghai(0), ["end_time"] = Shanghai(1) }, ignoreOrder: true);
        status.GetDetail<LocalizedMessage>()!.Message.ShouldBe($"{room} 在 {Shanghai(0)} 至 {Shanghai(1)} 已被占用。");
        status.ToString().ShouldNotContain("局长办公会");
    }

    [Theory, EveryDatabase]
    public async Task Bookings_that_touch_and_other_rooms_are_no_clash(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        await office.Chen.CreateRoomBookingAsync(Booking(room, 1, 2));
        await office.Li.CreateRoomBookingAsync(Booking(room, 0, 1));
        await office.Li.CreateRoomBookingAsync(Booking(room, 2, 3));
        await office.Li.CreateRoomBookingAsync(Booking(await office.NewRoomAsync(), 1, 2));
    }

    [Theory, EveryDatabase]
    public async Task An_interval_that_is_none_or_too_long_is_refused(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        await InvalidAsync(Booking(room, 1, 1));
        await InvalidAsync(Booking(room, 1, 0));
        await InvalidAsync(Booking(room, 0, (31 * 24) + 0.001));
        await office.Chen.CreateRoomBookingAsync(Booking(room, 0, 31 * 24));

        async Task InvalidAsync(CreateRoomBookingRequest request)
        {
            var refused = await Refused.ForAsync("INVALID_INTERVAL", office.Chen.CreateRoomBookingAsync(request));
            DateTimeOffset.Parse(refused.Metadata["start_time"]).ShouldBe(request.RoomBooking.StartTime.ToDateTimeOffset());
            refused.Metadata["end_time"].ShouldEndWith("+08:00");
        }
    }

    [Theory, EveryDatabase]
    public async Task The_past_is_not_booked_even_where_it_was_held(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        await office.Chen.CreateRoomBookingAsync(Booking(room, -90, 2));
        await Refused.ForAsync("INVALID_INTERVAL", office.Chen.CreateRoomBookingAsync(Booking(room, -80, -70)));
    }

    [Theory, EveryDatabase]
    public async Task The_ends_of_the_calendar_are_refused_and_no_failure(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        foreach (var second in (long[])[-62135596800, 253402300798])
        {
            var booking = new RoomBooking { Room = "rooms/none", Title = "会", StartTime = new Timestamp { Seconds = second }, EndTime = new Timestamp { Seconds = second + 1 } };
            (await Refused.ReasonOfAsync(office.Chen.CreateRoomBookingAsync(new CreateRoomBookingRequest { RoomBooking = booking }))).ShouldBeOneOf("INVALID_INTERVAL", "ROOM_NOT_FOUND");
            await office.Chen.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = "rooms/none", StartTime = booking.StartTime, EndTime = booking.EndTime });
        }
    }

    [Theory, EveryDatabase]
    public async Task A_room_out_of_service_takes_no_bookings_and_keeps_those_it_has(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        var kept = (await office.Chen.CreateRoomBookingAsync(Booking(room, 0, 1))).RoomBooking;
        await office.TakeOutOfServiceAsync(room);
        (await Refused.ForAsync("OUT_OF_SERVICE", office.Chen.CreateRoomBookingAsync(Booking(room, 1, 2)))).Metadata["name"].ShouldBe(room);
        (await office.Chen.GetRoomBookingAsync(new GetRoomBookingRequest { Name = kept.Name })).RoomBooking.ShouldBe(kept);
    }

    [Theory, EveryDatabase]
    public async Task A_room_that_is_none_is_not_found(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        await Refused.ForAsync("ROOM_NOT_FOUND", office.Chen.CreateRoomBookingAsync(Booking("rooms/none", 0, 1)));
    }

    [Theory, EveryDatabase]
    public async Task Administrators_and_counterparts_do_not_book(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        foreach (var role in (Role[])[Role.SystemAdministrator, Role.SecurityAdministrator, Role.SecurityAuditor, Role.Counterpart])
            await Refused.ForAsync("PERMISSION_DENIED", office.As("other", role).CreateRoomBookingAsync(Booking(room, 0, 1)));
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_named(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        (await Refused.FieldsOfAsync(office.Chen.CreateRoomBookingAsync(new CreateRoomBookingRequest()))).ShouldBe(["room_booking"]);
        var broken = new RoomBooking { Room = "三楼", StartTime = new Timestamp { Nanos = -1 } };
        (await Refused.FieldsOfAsync(office.Chen.CreateRoomBookingAsync(new CreateRoomBookingRequest { RoomBooking = broken })))
            .ShouldBe(["room_booking.room", "room_booking.start_time", "room_booking.end_time", "room_booking.title"]);
    }

    [Theory, EveryDatabase]
    public async Task The_others_are_told_without_the_title(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = (await office.Chen.CreateRoomBookingAsync(Booking(await office.NewRoomAsync(), 0, 1))).RoomBooking;
        var told = (await office.Suite.EventsAsync<RoomBooked>("meeting")).Single(e => e.RoomBooking.Name == booking.Name);
        told.RoomBooking.ShouldBe(new RoomBooking(booking) { Title = "" });
        RedactedText.In(told).ShouldBeEmpty();
        RedactedText.In(booking).ShouldBe(["backoffice.meeting.v1.RoomBooking.title"]);
    }

    [Theory, EveryDatabase]
    public async Task The_audit_trail_names_the_booking_and_never_its_title(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = (await office.Chen.CreateRoomBookingAsync(Booking(await office.NewRoomAsync(), 0, 1))).RoomBooking;
        var auditor = new AuditService.AuditServiceClient(office.Suite.Call("meeting", "auditor", Role.SecurityAuditor));
        var entry = (await auditor.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/meeting", Resource = booking.Name })).AuditEntries.ShouldHaveSingleItem();
        (entry.Account, entry.Method, entry.Code).ShouldBe(("chen", "backoffice.meeting.v1.RoomBookingService/CreateRoomBooking", 0));
        entry.ToString().ShouldNotContain("局长办公会");
    }

    private static string Shanghai(double hours) => Nine.AddHours(hours).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz");
}
