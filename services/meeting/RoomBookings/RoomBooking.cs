using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;
using Google.Protobuf.WellKnownTypes;
using Caller = Backoffice.Platform.Callers.Caller;

namespace Backoffice.Meeting.RoomBookings;

/// <summary>A room held for an interval, until it is cancelled.</summary>
internal sealed class RoomBooking : Versioned, IScheduled
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public required Guid Id { get; init; }

    /// <summary>`rooms/{id}`.</summary>
    public required string Room { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset EndTime { get; init; }

    public required string Title { get; init; }

    /// <summary>`people/{id}`, or the account when it belonged to nobody in the directory.</summary>
    public required string Booker { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public bool Cancelled { get; private set; }

    public string Name => $"roomBookings/{Id}";

    /// <summary>Frees the room. The booker may, under either of the names that may have been recorded, and the office.</summary>
    public void Cancel(Caller by, DateTimeOffset at)
    {
        if (Booker != by.Actor && Booker != by.Account && !by.Has(Role.Clerk) && !by.Has(Role.OfficeDirector))
            throw MeetingErrors.NotTheBooker(Name, Booker);
        if (Cancelled || EndTime <= at)
            throw MeetingErrors.BookingOver(Name);
        Cancelled = true;
        Touch();
    }

    public V1.RoomBooking ToProto(bool withTitle = true) => new()
    {
        Name = Name,
        Etag = Etag,
        Room = Room,
        StartTime = Timestamp.FromDateTimeOffset(StartTime),
        EndTime = Timestamp.FromDateTimeOffset(EndTime),
        Title = withTitle ? Title : "",
        Booker = Booker,
        Cancelled = Cancelled,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
    };
}
