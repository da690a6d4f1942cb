using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Meeting.Tests.MeetingOffice;

namespace Backoffice.Meeting.Tests.RoomBookings;

public sealed class GetRoomBookingTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_cancelled_booking_can_still_be_read(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var name = (await office.Chen.CreateRoomBookingAsync(Booking(await office.NewRoomAsync(), 0, 1))).RoomBooking.Name;
        var cancelled = (await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = name })).RoomBooking;
        (await office.Li.GetRoomBookingAsync(new GetRoomBookingRequest { Name = name })).RoomBooking.ShouldBe(cancelled);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_is_none_is_not_found(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        foreach (var name in (string[])[$"roomBookings/{Guid.NewGuid()}", $"roomBookings/{new string('-', 36)}"])
            (await Refused.ForAsync("BOOKING_NOT_FOUND", office.Chen.GetRoomBookingAsync(new GetRoomBookingRequest { Name = name }))).Metadata["name"].ShouldBe(name);
        (await Refused.FieldsOfAsync(office.Chen.GetRoomBookingAsync(new GetRoomBookingRequest { Name = "roomBookings/1" }))).ShouldBe(["name"]);
    }

    [Theory, EveryDatabase]
    public async Task The_system_administrator_reads_no_bookings(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = new GetRoomBookingRequest { Name = $"roomBookings/{Guid.NewGuid()}" };
        await Refused.ForAsync("PERMISSION_DENIED", office.As("sysadmin", Role.SystemAdministrator).GetRoomBookingAsync(request));
    }
}
