using Backoffice.Meeting.V1;
using Backoffice.Platform.Time;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.RoomBookings;

internal sealed partial class RoomBookingService
{
    public override async Task<CreateRoomBookingResponse> CreateRoomBooking(CreateRoomBookingRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var sent = request.RoomBooking;
        var held = Interval.Of(clock.AtOffice(sent.StartTime.ToDateTimeOffset()), clock.AtOffice(sent.EndTime.ToDateTimeOffset()), RoomBooking.Longest);
        await RefuseEarlyAsync(sent.Room, held, context);

        await using var turn = await db.BeginTurnAsync(context);
        var room = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Name == sent.Room, stop) ?? throw MeetingErrors.RoomNotFound(sent.Room);
        var booking = room.Book(held, await ClashAsync(sent.Room, held, stop), sent.Title, caller.Actor, clock.Now);

        db.RoomBookings.Add(booking);
        turn.Publish(new RoomBooked { RoomBooking = booking.ToProto(withTitle: false) });
        return await turn.CommitAsync(new CreateRoomBookingResponse { RoomBooking = booking.ToProto() });
    }

    /// <summary>
    /// Refuses what is taken already without waiting for a turn, so that a crowd that wants one room does not hold up
    /// everybody else's writing. Whatever is not refused here is decided in the turn.
    /// </summary>
    private async Task RefuseEarlyAsync(string room, Interval held, ServerCallContext context)
    {
        if (held.IsOver(clock.Now) || await ClashAsync(room, held, context.CancellationToken) is not { } clash)
            return;
        if (!await db.IsAnsweredAsync(context))
            throw MeetingErrors.RoomTaken(room, clash);
    }

    private Task<Interval?> ClashAsync(string room, Interval held, CancellationToken stop) =>
        db.RoomBookings.AsNoTracking().Where(b => b.Room == room).FirstTakenAsync(held, RoomBooking.Longest, clock, stop);
}
