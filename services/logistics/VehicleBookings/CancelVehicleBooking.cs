using Backoffice.Logistics.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.VehicleBookings;

internal sealed partial class VehicleBookingService
{
    public override async Task<CancelVehicleBookingResponse> CancelVehicleBooking(CancelVehicleBookingRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var id = IdOf(request.Name);
        var booking = await db.VehicleBookings.SingleOrDefaultAsync(b => b.Id == id, context.CancellationToken) ?? throw LogisticsErrors.BookingNotFound(request.Name);
        booking.ExpectEtag(request.Etag, booking.Name);
        booking.Cancel(caller, clock.Now);

        turn.Publish(new VehicleBookingCancelled { VehicleBooking = booking.ToProto(withPurpose: false) });
        return await turn.CommitAsync(new CancelVehicleBookingResponse { VehicleBooking = booking.ToProto() });
    }
}
