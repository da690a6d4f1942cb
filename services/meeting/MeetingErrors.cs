using Backoffice.Meeting.V1;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Time;

namespace Backoffice.Meeting;

/// <summary>Why the meeting service refuses; see meeting/v1/errors.proto.</summary>
internal static class MeetingErrors
{
    public static Refusal RoomNotFound(string name) => Refusal.Of(ErrorReason.RoomNotFound, ("name", name));

    public static Refusal BookingNotFound(string name) => Refusal.Of(ErrorReason.BookingNotFound, ("name", name));

    public static Refusal RoomTaken(string room, Interval clash) => Refusal.Of(
        ErrorReason.RoomTaken, ("room", room), ("start_time", Rfc3339.Format(clash.Start)), ("end_time", Rfc3339.Format(clash.End)));

    public static Refusal NameTaken(string name) => Refusal.Of(ErrorReason.NameTaken, ("name", name));

    public static Refusal NotTheBooker(string name, string booker) => Refusal.Of(ErrorReason.NotTheBooker, ("name", name), ("booker", booker));

    public static Refusal BookingOver(string name) => Refusal.Of(ErrorReason.BookingOver, ("name", name));

    public static Refusal OutOfService(string name) => Refusal.Of(ErrorReason.OutOfService, ("name", name));
}
