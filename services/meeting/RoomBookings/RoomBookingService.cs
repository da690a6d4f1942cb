using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Meeting.RoomBookings;

/// <summary>The rpcs of bookings; one file each.</summary>
internal sealed partial class RoomBookingService(MeetingDb db, Caller caller, OfficeClock clock) : V1.RoomBookingService.RoomBookingServiceBase
{
    /// <summary>The id in `roomBookings/{id}`; an id that is none answers like a booking that is none.</summary>
    private static Guid IdOf(string name) => Guid.TryParseExact(name.Split('/')[1], "D", out var id) ? id : throw MeetingErrors.BookingNotFound(name);
}
