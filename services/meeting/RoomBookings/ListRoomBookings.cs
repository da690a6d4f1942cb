using Backoffice.Meeting.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Time;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting.RoomBookings;

internal sealed partial class RoomBookingService
{
    public override async Task<ListRoomBookingsResponse> ListRoomBookings(ListRoomBookingsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var bookings = db.RoomBookings.AsNoTracking();
        if (request.Room.Length > 0)
            bookings = bookings.Where(b => b.Room == request.Room);
        if (!request.ShowCancelled)
            bookings = bookings.Where(b => !b.Cancelled);
        var rows = await bookings
            .Within(request.StartTime?.ToDateTimeOffset() ?? DateTimeOffset.MinValue, request.EndTime?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue, RoomBooking.Longest)
            .OnPage(page).ToListAsync(context.CancellationToken);
        return new ListRoomBookingsResponse
        {
            RoomBookings = { rows.Take(page.Size).Select(b => b.ToProto()) },
            NextPageToken = page.Next(rows, Schedule.KeyOf),
        };
    }
}
