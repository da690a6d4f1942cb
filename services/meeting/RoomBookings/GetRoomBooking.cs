using Backoffice.Meeting.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.RoomBookings;

internal sealed partial class RoomBookingService
{
    public override async Task<GetRoomBookingResponse> GetRoomBooking(GetRoomBookingRequest request, ServerCallContext context)
    {
        var id = IdOf(request.Name);
        var booking = await db.RoomBookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, context.CancellationToken)
            ?? throw MeetingErrors.BookingNotFound(request.Name);
        return new GetRoomBookingResponse { RoomBooking = booking.ToProto() };
    }
}
