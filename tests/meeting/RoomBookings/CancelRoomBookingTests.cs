using Backoffice.Coordination.V1;
using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Meeting.Tests.MeetingOffice;

namespace Backoffice.Meeting.Tests.RoomBookings;

public sealed class CancelRoomBookingTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_booker_cancels_and_the_room_is_free_again(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = await BookAsync(office);
        var cancelled = (await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name, Etag = booking.Etag })).RoomBooking;
        cancelled.ShouldBe(new RoomBooking(booking) { Cancelled = true, Etag = "2" });
        await office.Li.CreateRoomBookingAsync(Booking(booking.Room, 0, 1));
    }

    [Theory, EveryDatabase]
    public async Task The_office_cancels_what_others_booked(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        foreach (var role in (Role[])[Role.Clerk, Role.OfficeDirector])
        {
            var booking = await BookAsync(office);
            (await office.As("office", role).CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name })).RoomBooking.Cancelled.ShouldBeTrue();
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_cancels_not_even_the_director(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = await BookAsync(office);
        foreach (var other in (Role[])[Role.SectionChief, Role.DeputyDirector, Role.Director, Role.Archivist])
        {
            var refused = await Refused.ForAsync("NOT_THE_BOOKER", office.As("li", other).CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name }));
            (refused.Metadata["name"], refused.Metadata["booker"]).ShouldBe((booking.Name, "chen"));
        }
        await Refused.ForAsync("PERMISSION_DENIED", office.As("chen", Role.SystemAdministrator).CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name }));
        (await office.Chen.GetRoomBookingAsync(new GetRoomBookingRequest { Name = booking.Name })).RoomBooking.ShouldBe(booking);
    }

    [Theory, EveryDatabase]
    public async Task Who_booked_before_and_after_entering_the_directory_is_the_same_booker(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, MeetingModule.Module);
        var office = new MeetingOffice(suite);
        var before = await BookAsync(office);
        await suite.PublishAsync(new Coordination.V1.Directory { Version = 1, People = { new Person { Name = "people/chen", Account = "chen", DisplayName = "陈科长" } } });
        var after = await BookAsync(office);
        (before.Booker, after.Booker).ShouldBe(("chen", "people/chen"));
        await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = before.Name });
        await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = after.Name });
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_cancels_nothing(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = await BookAsync(office);
        var refused = await Refused.ForAsync("STALE_ETAG", office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name, Etag = "9" }));
        refused.Metadata["name"].ShouldBe(booking.Name);
        (await office.Chen.GetRoomBookingAsync(new GetRoomBookingRequest { Name = booking.Name })).RoomBooking.ShouldBe(booking);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_booking_is_over(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = await BookAsync(office);
        await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name });
        (await Refused.ForAsync("BOOKING_OVER", office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = booking.Name }))).Metadata["name"].ShouldBe(booking.Name);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_cancel_one_does(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var booking = await BookAsync(office);
        var request = new CancelRoomBookingRequest { Name = booking.Name };
        var reasons = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Refused.ReasonOfAsync(office.Chen.CancelRoomBookingAsync(request))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("BOOKING_OVER", 9)]);
        (await office.Suite.EventsAsync<RoomBookingCancelled>("meeting")).Count(e => e.RoomBooking.Name == booking.Name).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = new CancelRoomBookingRequest { Name = (await BookAsync(office)).Name, Etag = "1", RequestId = NewRequestId() };
        var first = await office.Chen.CancelRoomBookingAsync(request);
        (await office.Chen.CancelRoomBookingAsync(request)).ShouldBe(first);
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_is_none_is_not_found(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        foreach (var name in (string[])[$"roomBookings/{Guid.NewGuid()}", $"roomBookings/{new string('-', 36)}"])
            await Refused.ForAsync("BOOKING_NOT_FOUND", office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = name }));
        (await Refused.FieldsOfAsync(office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = "roomBookings/x:cancel" }))).ShouldBe(["name"]);
    }

    [Theory, EveryDatabase]
    public async Task The_others_are_told_without_the_title(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var cancelled = (await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = (await BookAsync(office)).Name })).RoomBooking;
        var told = (await office.Suite.EventsAsync<RoomBookingCancelled>("meeting")).Single(e => e.RoomBooking.Name == cancelled.Name);
        told.RoomBooking.ShouldBe(new RoomBooking(cancelled) { Title = "" });
        RedactedText.In(told).ShouldBeEmpty();
    }

    private static async Task<RoomBooking> BookAsync(MeetingOffice office) =>
        (await office.Chen.CreateRoomBookingAsync(Booking(await office.NewRoomAsync(), 0, 1))).RoomBooking;
}
