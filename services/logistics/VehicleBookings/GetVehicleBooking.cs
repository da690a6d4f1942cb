using Backoffice.Logistics.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.VehicleBookings;

internal sealed partial class VehicleBookingService
{
    public override async Task<GetVehicleBookingResponse> GetVehicleBooking(GetVehicleBookingRequest request, ServerCallContext context)
    {
        var id = IdOf(request.Name);
        var booking = await db.VehicleBookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, context.CancellationToken)
            ?? throw LogisticsErrors.BookingNotFound(request.Name);
        return new GetVehicleBookingResponse { VehicleBooking = booking.ToProto() };
    }
}
