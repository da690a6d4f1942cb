using Backoffice.Logistics.VehicleBookings;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;

namespace Backoffice.Logistics.Vehicles;

/// <summary>An official vehicle.</summary>
internal sealed class Vehicle : Versioned
{
    /// <summary>`vehicles/{id}`.</summary>
    public required string Name { get; init; }

    public string DisplayName { get; set; } = "";

    /// <summary>号牌 as entered.</summary>
    public string PlateNumber { get; private set; } = "";

    /// <summary>The plate without the accidents of print; no two vehicles share it.</summary>
    public string PlateKey { get; private set; } = "";

    public string Model { get; set; } = "";

    public int SeatCount { get; set; }

    public bool OutOfService { get; set; }

    public static UpdateMask<V1.Vehicle, Vehicle> Mask { get; } = new(new Dictionary<string, Action<V1.Vehicle, Vehicle>>
    {
        ["display_name"] = (m, v) => v.DisplayName = m.DisplayName,
        ["plate_number"] = (m, v) => (v.PlateNumber, v.PlateKey) = (m.PlateNumber, string.Concat(Terms.Runs(m.PlateNumber))),
        ["model"] = (m, v) => v.Model = m.Model,
        ["seat_count"] = (m, v) => v.SeatCount = m.SeatCount,
        ["out_of_service"] = (m, v) => v.OutOfService = m.OutOfService,
    });

    /// <summary>Lets somebody hold the vehicle.</summary>
    /// <param name="clash">When the vehicle is held by another booking that overlaps; null when it is free.</param>
    public VehicleBooking Book(Interval held, Interval? clash, string purpose, string booker, DateTimeOffset at)
    {
        held.ExpectAhead(at);
        if (clash is not null)
            throw LogisticsErrors.VehicleTaken(Name, clash);
        if (OutOfService)
            throw LogisticsErrors.OutOfService(Name);
        return new VehicleBooking
        {
            Id = Guid.CreateVersion7(at),
            Vehicle = Name,
            StartTime = held.Start,
            EndTime = held.End,
            Purpose = purpose,
            Booker = booker,
            CreateTime = at,
        };
    }

    public V1.Vehicle ToProto() => new()
    {
        Name = Name,
        Etag = Etag,
        DisplayName = DisplayName,
        PlateNumber = PlateNumber,
        Model = Model,
        SeatCount = SeatCount,
        OutOfService = OutOfService,
    };
}
