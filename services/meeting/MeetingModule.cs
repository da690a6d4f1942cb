using Backoffice.Meeting.RoomBookings;
using Backoffice.Meeting.Rooms;
using Backoffice.Platform.Hosting;

namespace Backoffice.Meeting;

/// <summary>The meeting service (办会): rooms, and who holds them when.</summary>
public static class MeetingModule
{
    public static ServiceModule Module { get; } = new ServiceModule("meeting")
        .Stores<MeetingDb, SqliteMeetingDb, PostgresMeetingDb>()
        .Serves<RoomService>()
        .Serves<RoomBookingService>();
}
