using Backoffice.Logistics.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.VehicleBookings;

// What is refused before the turn and what only the turn may answer.
public sealed class RepeatedBookingTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer_although_the_vehicle_is_held_by_now(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = Booking(await office.NewVehicleAsync(), 0, 1, NewRequestId());
        var first = await office.Chen.CreateVehicleBookingAsync(request);
        (await office.Chen.CreateVehicleBookingAsync(request)).ShouldBe(first);
        await Refused.ForAsync("VEHICLE_TAKEN", office.Li.CreateVehicleBookingAsync(request));
        request.VehicleBooking.Purpose = "另一趟";
        await Refused.ForAsync("REQUEST_ID_REUSED", office.Chen.CreateVehicleBookingAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Many_repeats_at_once_are_one_booking(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = Booking(await office.NewVehicleAsync(), 0, 1, NewRequestId());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => await office.Chen.CreateVehicleBookingAsync(request)));
        answers.Distinct().Count().ShouldBe(1);
        (await office.Chen.ListVehicleBookingsAsync(new ListVehicleBookingsRequest { Vehicle = request.VehicleBooking.Vehicle, ShowCancelled = true })).VehicleBookings.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer_after_the_booking_was_cancelled_or_is_over(StoreKind store)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var suite = await Suite.StartAsync(store, clock, LogisticsModule.Module);
        var office = new LogisticsOffice(suite);
        var vehicle = await office.NewVehicleAsync();
        var soon = Booking(vehicle, 0, 1, NewRequestId());
        var start = clock.GetUtcNow();
        (soon.VehicleBooking.StartTime, soon.VehicleBooking.EndTime) = (Instant(start), Instant(start.AddMinutes(5)));
        var first = await office.Chen.CreateVehicleBookingAsync(soon);
        var later = Booking(vehicle, 0, 1, NewRequestId());
        var second = await office.Chen.CreateVehicleBookingAsync(later);
        await office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = second.VehicleBooking.Name });

        clock.Advance(TimeSpan.FromMinutes(5));
        (await office.Chen.CreateVehicleBookingAsync(soon)).ShouldBe(first);
        (await office.Chen.CreateVehicleBookingAsync(later)).ShouldBe(second);
        soon.RequestId = "";
        await Refused.ForAsync("INVALID_INTERVAL", office.Chen.CreateVehicleBookingAsync(soon));
        await Refused.ForAsync("BOOKING_OVER", office.Chen.CancelVehicleBookingAsync(new CancelVehicleBookingRequest { Name = first.VehicleBooking.Name }));
    }

    [Theory, EveryDatabase]
    public async Task A_held_vehicle_is_refused_without_waiting_for_the_turn_and_a_repeat_waits_for_it(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = Booking(await office.NewVehicleAsync(), 0, 1, NewRequestId());
        var first = await office.Chen.CreateVehicleBookingAsync(request);

        await using var scope = office.Suite.Services("logistics").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LogisticsDb>();
        Task<CreateVehicleBookingResponse> repeat;
        await using (await db.BeginTurnAsync(Writer.For("test", "hold the turn"), TestContext.Current.CancellationToken))
        {
            repeat = office.Chen.CreateVehicleBookingAsync(request).ResponseAsync;
            foreach (var requestId in (string[])["", NewRequestId()])
                await Refused.ForAsync("VEHICLE_TAKEN", office.Li.CreateVehicleBookingAsync(Booking(request.VehicleBooking.Vehicle, 0.5, 1, requestId), deadline: DateTime.UtcNow.AddSeconds(20)));
            repeat.IsCompleted.ShouldBeFalse();
        }
        (await repeat).ShouldBe(first);
    }

    private static Google.Protobuf.WellKnownTypes.Timestamp Instant(DateTimeOffset at) => Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(at);
}
