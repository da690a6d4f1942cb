using Backoffice.Meeting.V1;
using Backoffice.Options.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Meeting.Tests;

/// <summary>People of an office who use rooms, and what they say.</summary>
internal sealed record MeetingOffice(Suite Suite, string Service = "meeting")
{
    /// <summary>The day after tomorrow at nine in Shanghai.</summary>
    public static DateTimeOffset Nine { get; } = new DateTimeOffset(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero).AddDays(2).AddHours(1);

    public RoomService.RoomServiceClient Rooms => new(Suite.Call(Service, "director", Role.OfficeDirector));

    public RoomBookingService.RoomBookingServiceClient Chen => As("chen", Role.SectionChief);

    public RoomBookingService.RoomBookingServiceClient Li => As("li", Role.SectionChief);

    public RoomBookingService.RoomBookingServiceClient As(string account, params Role[] roles) => new(Suite.Call(Service, account, roles));

    /// <summary>A room that no other test knows.</summary>
    public async Task<string> NewRoomAsync() => (await Rooms.CreateRoomAsync(new CreateRoomRequest { Room = new Room { DisplayName = "三楼会议室", SeatCount = 20 } })).Room.Name;

    public async Task TakeOutOfServiceAsync(string room) => await Rooms.UpdateRoomAsync(new UpdateRoomRequest
    {
        Room = new Room { Name = room, DisplayName = "停用", OutOfService = true },
        UpdateMask = new FieldMask { Paths = { "out_of_service" } },
    });

    /// <summary>A booking from so many hours behind nine to so many.</summary>
    public static CreateRoomBookingRequest Booking(string room, double from, double to, string requestId = "") => new()
    {
        RequestId = requestId,
        RoomBooking = new RoomBooking { Room = room, StartTime = At(from), EndTime = At(to), Title = "局长办公会" },
    };

    public static Timestamp At(double hours) => Timestamp.FromDateTimeOffset(Nine.AddHours(hours));

    public static string NewRequestId() => Guid.NewGuid().ToString();
}
