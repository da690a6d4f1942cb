using Backoffice.Meeting.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.RoomBookings;

internal sealed partial class RoomBookingService
{
    public override async Task<CancelRoomBookingResponse> CancelRoomBooking(CancelRoomBookingRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var id = IdOf(request.Name);
        var booking = await db.RoomBookings.SingleOrDefaultAsync(b => b.Id == id, context.CancellationToken) ?? throw MeetingErrors.BookingNotFound(request.Name);
        booking.ExpectEtag(request.Etag, booking.Name);
        booking.Cancel(caller, clock.Now);

        turn.Publish(new RoomBookingCancelled { RoomBooking = booking.ToProto(withTitle: false) });
        return await turn.CommitAsync(new CancelRoomBookingResponse { RoomBooking = booking.ToProto() });
    }
}
