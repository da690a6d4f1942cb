using Backoffice.Logistics.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Time;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.VehicleBookings;

internal sealed partial class VehicleBookingService
{
    public override async Task<ListVehicleBookingsResponse> ListVehicleBookings(ListVehicleBookingsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var bookings = db.VehicleBookings.AsNoTracking();
        if (request.Vehicle.Length > 0)
            bookings = bookings.Where(b => b.Vehicle == request.Vehicle);
        if (!request.ShowCancelled)
            bookings = bookings.Where(b => !b.Cancelled);
        var rows = await bookings
            .Within(request.StartTime?.ToDateTimeOffset() ?? DateTimeOffset.MinValue, request.EndTime?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue, VehicleBooking.Longest)
            .OnPage(page).ToListAsync(context.CancellationToken);
        return new ListVehicleBookingsResponse
        {
            VehicleBookings = { rows.Take(page.Size).Select(b => b.ToProto()) },
            NextPageToken = page.Next(rows, Schedule.KeyOf),
        };
    }
}
