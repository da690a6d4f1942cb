using System.Data.Common;
using Backoffice.Logistics.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.VehicleBookings;

// Whoever asks for what, however many at once: two bookings of one vehicle never overlap.
public sealed class NoOverlapTests(LogisticsSuites suites)
{
    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 12], Gen.Int[1, 5], (kind, vehicle, start, hours) => new Step(kind == 0, vehicle, start, start + hours));

    [Theory, EveryDatabase]
    public async Task Of_fifty_who_want_one_slot_one_gets_it(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var vehicle = await office.NewVehicleAsync();
        var reasons = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Refused.ReasonOfAsync(office.As($"person{i}", Options.V1.Role.SectionChief).CreateVehicleBookingAsync(Booking(vehicle, 0, 1, i % 2 == 0 ? NewRequestId() : "")))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("VEHICLE_TAKEN", 49)]);
        (await office.Chen.ListVehicleBookingsAsync(new ListVehicleBookingsRequest { Vehicle = vehicle, ShowCancelled = true })).VehicleBookings.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_replicas_that_sell_one_slot_one_does(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, LogisticsModule.Module);
        var offices = new[] { new LogisticsOffice(suite), new LogisticsOffice(suite, await suite.AddReplicaAsync(LogisticsModule.Module)) };
        var vehicle = await offices[0].NewVehicleAsync();
        for (var slot = 0; slot < 10; slot++)
        {
            var reasons = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                Refused.ReasonOfAsync(offices[i % 2].Chen.CreateVehicleBookingAsync(Booking(vehicle, slot, slot + 1)))));
            reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("VEHICLE_TAKEN", 7)]);
        }
    }

    [Theory, EveryDatabase]
    public async Task Any_history_of_bookings_and_cancellations_is_what_a_list_of_them_would_allow(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        await AnyStep.Array[1, 25].SampleAsync(async history =>
        {
            var vehicles = new[] { await office.NewVehicleAsync(), await office.NewVehicleAsync() };
            var held = new List<Held>();
            foreach (var step in history)
                await TakeAsync(office, step, vehicles[step.Vehicle], held);
            foreach (var vehicle in vehicles)
            {
                var listed = (await office.Chen.ListVehicleBookingsAsync(new ListVehicleBookingsRequest { Vehicle = vehicle, PageSize = 100 })).VehicleBookings;
                listed.Select(b => b.Name).ShouldBe(held.Where(h => h.Booking.Vehicle == vehicle).OrderBy(h => h.Step.Start).Select(h => h.Booking.Name));
            }
        }, iter: 20, threads: 1);
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_refuses_what_was_written_behind_the_services_back(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var stop = TestContext.Current.CancellationToken;
        var vehicle = await office.NewVehicleAsync();
        var cancelled = (await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 0, 2))).VehicleBooking;
        await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = cancelled.Name });
        await office.Chen.CreateVehicleBookingAsync(Booking(vehicle, 1, 3));

        await BehindAsync(async db => db.VehicleBookings.Add(new Logistics.VehicleBookings.VehicleBooking
        {
            Id = Guid.NewGuid(),
            Vehicle = vehicle,
            StartTime = Nine.AddHours(2),
            EndTime = Nine.AddHours(4),
            Purpose = "硬塞",
            Booker = "nobody",
            CreateTime = Nine,
        }));
        await BehindAsync(db => db.VehicleBookings.Where(b => b.Vehicle == vehicle).ExecuteUpdateAsync(b => b.SetProperty(x => x.Cancelled, false), stop));

        async Task BehindAsync(Func<LogisticsDb, Task> write)
        {
            await using var scope = office.Suite.Services("logistics").CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LogisticsDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "write behind the service's back"), stop);
            var failure = await Should.ThrowAsync<Exception>(async () =>
            {
                await write(db);
                await turn.CommitAsync();
            });
            (failure as DbException ?? failure.InnerException).ShouldBeAssignableTo<DbException>()!.Message.ShouldContain("vehicle_bookings_no_overlap");
        }
    }

    private static async Task TakeAsync(LogisticsOffice office, Step step, string vehicle, List<Held> held)
    {
        if (step.Cancels)
        {
            if (held.Count == 0)
                return;
            var gone = held[step.Start % held.Count];
            await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = gone.Booking.Name, Etag = gone.Booking.Etag });
            held.Remove(gone);
            return;
        }
        var clashes = held.Where(h => h.Booking.Vehicle == vehicle && h.Step.Start < step.End && step.Start < h.Step.End).ToList();
        var call = office.Chen.CreateVehicleBookingAsync(Booking(vehicle, step.Start, step.End));
        if (clashes.Count == 0)
        {
            held.Add(new Held(step, (await call).VehicleBooking));
            return;
        }
        var refused = await Refused.ForAsync("VEHICLE_TAKEN", call);
        DateTimeOffset.Parse(refused.Metadata["start_time"]).ShouldBe(Nine.AddHours(clashes.Min(c => c.Step.Start)));
    }

    /// <summary>Books a vehicle, or cancels one of the bookings that stand.</summary>
    private sealed record Step(bool Cancels, int Vehicle, int Start, int End);

    private sealed record Held(Step Step, VehicleBooking Booking);
}
