using Backoffice.Meeting.RoomBookings;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;

namespace Backoffice.Meeting.Rooms;

/// <summary>A meeting room.</summary>
internal sealed class Room : Versioned
{
    /// <summary>`rooms/{id}`.</summary>
    public required string Name { get; init; }

    public string DisplayName { get; set; } = "";

    public int SeatCount { get; set; }

    public string Location { get; set; } = "";

    public IReadOnlyList<string> Equipment { get; set; } = [];

    public bool OutOfService { get; set; }

    public static UpdateMask<V1.Room, Room> Mask { get; } = new(new Dictionary<string, Action<V1.Room, Room>>
    {
        ["display_name"] = (m, r) => r.DisplayName = m.DisplayName,
        ["seat_count"] = (m, r) => r.SeatCount = m.SeatCount,
        ["location"] = (m, r) => r.Location = m.Location,
        ["equipment"] = (m, r) => r.Equipment = [.. m.Equipment],
        ["out_of_service"] = (m, r) => r.OutOfService = m.OutOfService,
    });

    /// <summary>Lets somebody hold the room.</summary>
    /// <param name="clash">When the room is held by another booking that overlaps; null when it is free.</param>
    public RoomBooking Book(Interval held, Interval? clash, string title, string booker, DateTimeOffset at)
    {
        held.ExpectAhead(at);
        if (clash is not null)
            throw MeetingErrors.RoomTaken(Name, clash);
        if (OutOfService)
            throw MeetingErrors.OutOfService(Name);
        return new RoomBooking
        {
            Id = Guid.CreateVersion7(at),
            Room = Name,
            StartTime = held.Start,
            EndTime = held.End,
            Title = title,
            Booker = booker,
            CreateTime = at,
        };
    }

    public V1.Room ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        SeatCount = SeatCount,
        Location = Location,
        Equipment = { Equipment },
        OutOfService = OutOfService,
    };
}
