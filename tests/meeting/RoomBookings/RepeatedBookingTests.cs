using Backoffice.Meeting.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Meeting.Tests.MeetingOffice;

namespace Backoffice.Meeting.Tests.RoomBookings;

// What is refused before the turn and what only the turn may answer.
public sealed class RepeatedBookingTests(MeetingSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer_although_the_room_is_held_by_now(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = Booking(await office.NewRoomAsync(), 0, 1, NewRequestId());
        var first = await office.Chen.CreateRoomBookingAsync(request);
        (await office.Chen.CreateRoomBookingAsync(request)).ShouldBe(first);
        await Refused.ForAsync("ROOM_TAKEN", office.Li.CreateRoomBookingAsync(request));
        request.RoomBooking.Title = "另一个会";
        await Refused.ForAsync("REQUEST_ID_REUSED", office.Chen.CreateRoomBookingAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Many_repeats_at_once_are_one_booking(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = Booking(await office.NewRoomAsync(), 0, 1, NewRequestId());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => await office.Chen.CreateRoomBookingAsync(request)));
        answers.Distinct().Count().ShouldBe(1);
        (await office.Chen.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = request.RoomBooking.Room, ShowCancelled = true })).RoomBookings.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer_after_the_booking_was_cancelled_or_is_over(StoreKind store)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var suite = await Suite.StartAsync(store, clock, MeetingModule.Module);
        var office = new MeetingOffice(suite);
        var room = await office.NewRoomAsync();
        var soon = Booking(room, 0, 1, NewRequestId());
        var start = clock.GetUtcNow();
        (soon.RoomBooking.StartTime, soon.RoomBooking.EndTime) = (Instant(start), Instant(start.AddMinutes(5)));
        var first = await office.Chen.CreateRoomBookingAsync(soon);
        var later = Booking(room, 0, 1, NewRequestId());
        var second = await office.Chen.CreateRoomBookingAsync(later);
        await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = second.RoomBooking.Name });

        clock.Advance(TimeSpan.FromMinutes(5));
        (await office.Chen.CreateRoomBookingAsync(soon)).ShouldBe(first);
        (await office.Chen.CreateRoomBookingAsync(later)).ShouldBe(second);
        soon.RequestId = "";
        await Refused.ForAsync("INVALID_INTERVAL", office.Chen.CreateRoomBookingAsync(soon));
        await Refused.ForAsync("BOOKING_OVER", office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = first.RoomBooking.Name }));
    }

    [Theory, EveryDatabase]
    public async Task A_held_room_is_refused_without_waiting_for_the_turn_and_a_repeat_waits_for_it(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var request = Booking(await office.NewRoomAsync(), 0, 1, NewRequestId());
        var first = await office.Chen.CreateRoomBookingAsync(request);

        await using var scope = office.Suite.Services("meeting").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MeetingDb>();
        Task<CreateRoomBookingResponse> repeat;
        await using (await db.BeginTurnAsync(Writer.For("test", "hold the turn"), TestContext.Current.CancellationToken))
        {
            repeat = office.Chen.CreateRoomBookingAsync(request).ResponseAsync;
            foreach (var requestId in (string[])["", NewRequestId()])
                await Refused.ForAsync("ROOM_TAKEN", office.Li.CreateRoomBookingAsync(Booking(request.RoomBooking.Room, 0.5, 1, requestId), deadline: DateTime.UtcNow.AddSeconds(20)));
            repeat.IsCompleted.ShouldBeFalse();
        }
        (await repeat).ShouldBe(first);
    }

    private static Google.Protobuf.WellKnownTypes.Timestamp Instant(DateTimeOffset at) => Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(at);
}
