using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;
using Google.Protobuf.WellKnownTypes;
using Caller = Backoffice.Platform.Callers.Caller;

namespace Backoffice.Logistics.VehicleBookings;

/// <summary>A vehicle held for an interval, until it is cancelled.</summary>
internal sealed class VehicleBooking : Versioned, IScheduled
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public required Guid Id { get; init; }

    /// <summary>`vehicles/{id}`.</summary>
    public required string Vehicle { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset EndTime { get; init; }

    public required string Purpose { get; init; }

    /// <summary>`people/{id}`, or the account when it belonged to nobody in the directory.</summary>
    public required string Booker { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public bool Cancelled { get; private set; }

    public string Name => $"vehicleBookings/{Id}";

    /// <summary>Frees the vehicle. The booker may, under either of the names that may have been recorded, and the office.</summary>
    public void Cancel(Caller by, DateTimeOffset at)
    {
        if (Booker != by.Actor && Booker != by.Account && !by.Has(Role.Clerk) && !by.Has(Role.OfficeDirector))
            throw LogisticsErrors.NotTheBooker(Name, Booker);
        if (Cancelled || EndTime <= at)
            throw LogisticsErrors.BookingOver(Name);
        Cancelled = true;
        Touch();
    }

    public V1.VehicleBooking ToProto(bool withPurpose = true) => new()
    {
        Name = Name,
        Etag = Etag,
        Vehicle = Vehicle,
        StartTime = Timestamp.FromDateTimeOffset(StartTime),
        EndTime = Timestamp.FromDateTimeOffset(EndTime),
        Purpose = withPurpose ? Purpose : "",
        Booker = Booker,
        Cancelled = Cancelled,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
    };
}
