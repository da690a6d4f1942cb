namespace Backoffice.Regulations.Calendar;

/// <summary>When the office works on a working day. The place decides; the default is the usual summer-less timetable.</summary>
public sealed record OfficeHours
{
    public static readonly OfficeHours Default = new();

    public TimeOnly Opens { get; init; } = new(8, 30);

    /// <summary>End of the morning. What comes later, even in the break, came in the afternoon.</summary>
    public TimeOnly Noon { get; init; } = new(12, 0);

    public TimeOnly Reopens { get; init; } = new(14, 0);

    /// <summary>A term ends here, not at midnight: nobody is there to act afterwards.</summary>
    public TimeOnly Closes { get; init; } = new(17, 30);
}
