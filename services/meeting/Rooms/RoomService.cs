namespace Backoffice.Meeting.Rooms;

/// <summary>The rpcs of rooms; one file each.</summary>
internal sealed partial class RoomService(MeetingDb db) : V1.RoomService.RoomServiceBase;
