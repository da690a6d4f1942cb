using Backoffice.Meeting.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.Rooms;

internal sealed partial class RoomService
{
    public override async Task<GetRoomResponse> GetRoom(GetRoomRequest request, ServerCallContext context)
    {
        var room = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Name == request.Name, context.CancellationToken)
            ?? throw MeetingErrors.RoomNotFound(request.Name);
        return new GetRoomResponse { Room = room.ToProto() };
    }
}
