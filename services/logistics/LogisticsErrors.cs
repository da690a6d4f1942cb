using Backoffice.Logistics.V1;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Time;

namespace Backoffice.Logistics;

/// <summary>Why the logistics service refuses; see logistics/v1/errors.proto.</summary>
internal static class LogisticsErrors
{
    public static Refusal VehicleNotFound(string name) => Refusal.Of(ErrorReason.VehicleNotFound, ("name", name));

    public static Refusal BookingNotFound(string name) => Refusal.Of(ErrorReason.BookingNotFound, ("name", name));

    public static Refusal VehicleTaken(string vehicle, Interval clash) => Refusal.Of(
        ErrorReason.VehicleTaken, ("vehicle", vehicle), ("start_time", Rfc3339.Format(clash.Start)), ("end_time", Rfc3339.Format(clash.End)));

    public static Refusal NameTaken(string name) => Refusal.Of(ErrorReason.NameTaken, ("name", name));

    public static Refusal PlateTaken(string plateNumber, string name) => Refusal.Of(ErrorReason.PlateTaken, ("plate_number", plateNumber), ("name", name));

    public static Refusal NotTheBooker(string name, string booker) => Refusal.Of(ErrorReason.NotTheBooker, ("name", name), ("booker", booker));

    public static Refusal BookingOver(string name) => Refusal.Of(ErrorReason.BookingOver, ("name", name));

    public static Refusal OutOfService(string name) => Refusal.Of(ErrorReason.OutOfService, ("name", name));
}
