using System.Data.Common;
using Backoffice.Meeting.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Backoffice.Meeting.Tests.MeetingOffice;

namespace Backoffice.Meeting.Tests.RoomBookings;

// Whoever asks for what, however many at once: two bookings of one room never overlap.
public sealed class NoOverlapTests(MeetingSuites suites)
{
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 12], Gen.Int[1, 5], (kind, room, start, hours) => new Step(kind == 0, room, start, start + hours));

    [Theory, EveryDatabase]
    public async Task Of_fifty_who_want_one_slot_one_gets_it(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var room = await office.NewRoomAsync();
        var reasons = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Refused.ReasonOfAsync(office.As($"person{i}", Options.V1.Role.SectionChief).CreateRoomBookingAsync(Booking(room, 0, 1, i % 2 == 0 ? NewRequestId() : "")))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("ROOM_TAKEN", 49)]);
        (await office.Chen.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = room, ShowCancelled = true })).RoomBookings.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_replicas_that_sell_one_slot_one_does(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, MeetingModule.Module);
        var offices = new[] { new MeetingOffice(suite), new MeetingOffice(suite, await suite.AddReplicaAsync(MeetingModule.Module)) };
        var room = await offices[0].NewRoomAsync();
        for (var slot = 0; slot < 10; slot++)
        {
            var reasons = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                Refused.ReasonOfAsync(offices[i % 2].Chen.CreateRoomBookingAsync(Booking(room, slot, slot + 1)))));
            reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("ROOM_TAKEN", 7)]);
        }
    }

    [Theory, EveryDatabase]
    public async Task Any_history_of_bookings_and_cancellations_is_what_a_list_of_them_would_allow(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        await AnyStep.Array[1, 25].SampleAsync(async history =>
        {
            var rooms = new[] { await office.NewRoomAsync(), await office.NewRoomAsync() };
            var held = new List<Held>();
            foreach (var step in history)
                await TakeAsync(office, step, rooms[step.Room], held);
            foreach (var room in rooms)
            {
                var listed = (await office.Chen.ListRoomBookingsAsync(new ListRoomBookingsRequest { Room = room, PageSize = 100 })).RoomBookings;
                listed.Select(b => b.Name).ShouldBe(held.Where(h => h.Booking.Room == room).OrderBy(h => h.Step.Start).Select(h => h.Booking.Name));
            }
        }, iter: 20, threads: 1);
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_refuses_what_was_written_behind_the_services_back(StoreKind store)
    {
        var office = new MeetingOffice(await suites.On(store));
        var stop = TestContext.Current.CancellationToken;
        var room = await office.NewRoomAsync();
        var cancelled = (await office.Chen.CreateRoomBookingAsync(Booking(room, 0, 2))).RoomBooking;
        await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = cancelled.Name });
        await office.Chen.CreateRoomBookingAsync(Booking(room, 1, 3));

        await BehindAsync(async db => db.RoomBookings.Add(new Meeting.RoomBookings.RoomBooking
        {
            Id = Guid.NewGuid(),
            Room = room,
            StartTime = Nine.AddHours(2),
            EndTime = Nine.AddHours(4),
            Title = "硬塞",
            Booker = "nobody",
            CreateTime = Nine,
        }));
        await BehindAsync(db => db.RoomBookings.Where(b => b.Room == room).ExecuteUpdateAsync(b => b.SetProperty(x => x.Cancelled, false), stop));

        async Task BehindAsync(Func<MeetingDb, Task> write)
        {
            await using var scope = office.Suite.Services("meeting").CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MeetingDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "write behind the service's back"), stop);
            var failure = await Should.ThrowAsync<Exception>(async () =>
            {
                await write(db);
                await turn.CommitAsync();
            });
            (failure as DbException ?? failure.InnerException).ShouldBeAssignableTo<DbException>()!.Message.ShouldContain("room_bookings_no_overlap");
        }
    }

    private static async Task TakeAsync(MeetingOffice office, Step step, string room, List<Held> held)
    {
        if (step.Cancels)
        {
            if (held.Count == 0)
                return;
            var gone = held[step.Start % held.Count];
            await office.Chen.CancelRoomBookingAsync(new CancelRoomBookingRequest { Name = gone.Booking.Name, Etag = gone.Booking.Etag });
            held.Remove(gone);
            return;
        }
        var clashes = held.Where(h => h.Booking.Room == room && h.Step.Start < step.End && step.Start < h.Step.End).ToList();
        var call = office.Chen.CreateRoomBookingAsync(Booking(room, step.Start, step.End));
        if (clashes.Count == 0)
        {
            held.Add(new Held(step, (await call).RoomBooking));
            return;
        }
        var refused = await Refused.ForAsync("ROOM_TAKEN", call);
        DateTimeOffset.Parse(refused.Metadata["start_time"]).ShouldBe(Nine.AddHours(clashes.Min(c => c.Step.Start)));
    }

    /// <summary>Books a room, or cancels one of the bookings that stand.</summary>
    private sealed record Step(bool Cancels, int Room, int Start, int End);

    private sealed record Held(Step Step, RoomBooking Booking);
}
