using Backoffice.Meeting.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.Rooms;

internal sealed partial class RoomService
{
    public override async Task<ListRoomsResponse> ListRooms(ListRoomsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.Name.CompareTo(after) > 0).OrderBy(r => r.Name)
            .Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListRoomsResponse
        {
            Rooms = { rooms.Take(page.Size).Select(r => r.ToProto()) },
            NextPageToken = page.Next(rooms, r => PageKey.Of(r.Name)),
        };
    }
}
