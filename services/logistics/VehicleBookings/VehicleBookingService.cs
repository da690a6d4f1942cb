using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Logistics.VehicleBookings;

/// <summary>The rpcs of bookings; one file each.</summary>
internal sealed partial class VehicleBookingService(LogisticsDb db, Caller caller, OfficeClock clock) : V1.VehicleBookingService.VehicleBookingServiceBase
{
    /// <summary>The id in `vehicleBookings/{id}`; an id that is none answers like a booking that is none.</summary>
    private static Guid IdOf(string name) => Guid.TryParseExact(name.Split('/')[1], "D", out var id) ? id : throw LogisticsErrors.BookingNotFound(name);
}
