using System.Buffers.Text;
using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Meeting.Tests.MeetingOffice;

namespace Backoffice.Meeting.Tests.RoomBookings;

public sealed class ListRoomBookingsTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_window_is_half_open(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        var names = await BookAsync(office, room, (0, 1), (1, 2), (2, 3), (3, 4));
        (await NamesAsync(new ListRoomBookingsRequest { Room = room, StartTime = At(1), EndTime = At(3) })).ShouldBe(names[1..3]);
        (await NamesAsync(new ListRoomBookingsRequest { Room = room, StartTime = At(1.5), EndTime = At(1.6) })).ShouldBe(names[1..2]);
        (await NamesAsync(new ListRoomBookingsRequest { Room = room, StartTime = At(3) })).ShouldBe(names[3..]);
        (await NamesAsync(new ListRoomBookingsRequest { Room = room, EndTime = At(1) })).ShouldBe(names[..1]);
        (await NamesAsync(new ListRoomBookingsRequest { Room = room })).ShouldBe(names);

        async Task<IEnumerable<string>> NamesAsync(ListRoomBookingsRequest request) => (await office.Li.ListRoomBookingsAsync(request)).RoomBookings.Select(b => b.Name);
    }

    [Theory, EveryDatabase]
    public async Task The_longest_booking_shows_until_its_last_hour(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        var hours = 31 * 24;
        var names = await BookAsync(office, room, (0, hours));
        (await office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = room, StartTime = At(hours - 0.5) })).RoomBookings.Select(b => b.Name).ShouldBe(names);
        (await office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = room, StartTime = At(hours) })).RoomBookings.ShouldBeEmpty();
        await Refused.ForAsync("ROOM_TAKEN", office.Li.CreateRoomBookingAsync(Booking(room, hours - 0.5, hours)));
    }

    [Theory, EveryDatabase]
    public async Task Cancelled_bookings_show_only_when_asked_for(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        var names = await BookAsync(office, room, (0, 1), (1, 2));
        await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = names[0] });
        (await office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = room })).RoomBookings.Select(b => b.Name).ShouldBe(names[1..]);
        var all = (await office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = room, ShowCancelled = true })).RoomBookings;
        all.Select(b => (b.Name, b.Cancelled)).ShouldBe([(names[0], true), (names[1], false)]);
    }

    [Theory, EveryDatabase]
    public async Task Pages_hold_every_booking_once_by_start_even_where_many_start_together(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        // An hour of its own, so that bookings of other tests do not come in between.
        var hour = 9000;
        var expected = new List<string>();
        for (var i = 0; i < 5; i++)
            expected.AddRange(await BookAsync(office, await office.NewRoomAsync(), (hour, hour + 1), (hour + 1, hour + 2)));

        var walked = new List<RoomBooking>();
        var request = new ListRoomBookingsRequest { StartTime = At(hour), EndTime = At(hour + 2), PageSize = 3 };
        do
        {
            var page = await office.Li.ListRoomBookingsAsync(request);
            walked.AddRange(page.RoomBookings);
            request.PageToken = page.NextPageToken;
            page.RoomBookings.Count.ShouldBe(page.NextPageToken.Length > 0 ? 3 : 1);
        }
        while (request.PageToken.Length > 0);
        walked.Select(b => b.Name).ShouldBe(expected, ignoreOrder: true);
        walked.ShouldBe(walked.OrderBy(b => b.StartTime.ToDateTimeOffset()).ThenBy(b => b.Name, StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_token_serves_its_own_list_only(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        await BookAsync(office, room, (0, 1), (1, 2));
        var request = new ListRoomBookingsRequest { Room = room, PageSize = 1 };
        var token = (await office.Li.ListRoomBookingsAsync(request)).NextPageToken;
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest(request) { ShowCancelled = true, PageToken = token }));
        foreach (var key in (string[])["", "x", "-1\u001f" + Guid.Empty, "9223372036854775807\u001f" + Guid.Empty, "1\u001fx"])
        {
            var forged = Base64Url.EncodeToString([.. Base64Url.DecodeFromChars(token).AsSpan(0, 8), .. System.Text.Encoding.UTF8.GetBytes(key)]);
            await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest(request) { PageToken = forged }));
        }
    }

    [Theory, EveryDatabase]
    public async Task The_auditor_lists_no_bookings(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        await Refused.ForAsync("PERMISSION_DENIED", office.As("auditor", Role.SecurityAuditor).ListRoomBookingsAsync(new ListRoomBookingsRequest()));
        (await Refused.FieldsOfAsync(office.Li.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = "三楼", PageSize = -1 }))).ShouldBe(["page_size", "room"]);
    }

    private static async Task<string[]> BookAsync(MeetingOffice office, string room, params (double From, double To)[] intervals)
    {
        var names = new List<string>();
        foreach (var (from, to) in intervals)
            names.Add((await office.Chen.CreateRoomBookingAsync(Booking(room, from, to))).RoomBooking.Name);
        return [.. names];
    }
}
