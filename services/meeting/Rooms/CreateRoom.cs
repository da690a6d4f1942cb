using Backoffice.Meeting.V1;
using Backoffice.Platform.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.Rooms;

internal sealed partial class RoomService
{
    public override async Task<CreateRoomResponse> CreateRoom(CreateRoomRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var room = new Room { Name = NewName.Of("rooms", request.RoomId) };
        if (await db.Rooms.AnyAsync(r => r.Name == room.Name, context.CancellationToken))
            throw MeetingErrors.NameTaken(room.Name);
        Room.Mask.ApplyAll(request.Room, room);

        db.Rooms.Add(room);
        return await turn.CommitAsync(new CreateRoomResponse { Room = room.ToProto() });
    }
}
