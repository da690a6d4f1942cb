using Backoffice.Logistics.V1;
using Backoffice.Platform.Time;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.VehicleBookings;

internal sealed partial class VehicleBookingService
{
    public override async Task<CreateVehicleBookingResponse> CreateVehicleBooking(CreateVehicleBookingRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var sent = request.VehicleBooking;
        var held = Interval.Of(clock.AtOffice(sent.StartTime.ToDateTimeOffset()), clock.AtOffice(sent.EndTime.ToDateTimeOffset()), VehicleBooking.Longest);
        await RefuseEarlyAsync(sent.Vehicle, held, context);

        await using var turn = await db.BeginTurnAsync(context);
        var vehicle = await db.Vehicles.AsNoTracking().SingleOrDefaultAsync(v => v.Name == sent.Vehicle, stop) ?? throw LogisticsErrors.VehicleNotFound(sent.Vehicle);
        var booking = vehicle.Book(held, await ClashAsync(sent.Vehicle, held, stop), sent.Purpose, caller.Actor, clock.Now);

        db.VehicleBookings.Add(booking);
        turn.Publish(new VehicleBooked { VehicleBooking = booking.ToProto(withPurpose: false) });
        return await turn.CommitAsync(new CreateVehicleBookingResponse { VehicleBooking = booking.ToProto() });
    }

    /// <summary>
    /// Refuses what is taken already without waiting for a turn, so that a crowd that wants one vehicle does not hold up
    /// everybody else's writing. Whatever is not refused here is decided in the turn.
    /// </summary>
    private async Task RefuseEarlyAsync(string vehicle, Interval held, ServerCallContext context)
    {
        if (held.IsOver(clock.Now) || await ClashAsync(vehicle, held, context.CancellationToken) is not { } clash)
            return;
        if (!await db.IsAnsweredAsync(context))
            throw LogisticsErrors.VehicleTaken(vehicle, clash);
    }

    private Task<Interval?> ClashAsync(string vehicle, Interval held, CancellationToken stop) =>
        db.VehicleBookings.AsNoTracking().Where(b => b.Vehicle == vehicle).FirstTakenAsync(held, VehicleBooking.Longest, clock, stop);
}
