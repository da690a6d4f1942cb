using Backoffice.Meeting.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.Rooms;

internal sealed partial class RoomService
{
    public override async Task<UpdateRoomResponse> UpdateRoom(UpdateRoomRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var room = await db.Rooms.SingleOrDefaultAsync(r => r.Name == request.Room.Name, context.CancellationToken)
            ?? throw MeetingErrors.RoomNotFound(request.Room.Name);
        room.ExpectEtag(request.Room.Etag, room.Name);
        Room.Mask.Apply(request.UpdateMask, request.Room, room);
        room.Touch();

        return await turn.CommitAsync(new UpdateRoomResponse { Room = room.ToProto() });
    }
}
