namespace Backoffice.Coordination.Statistics;

/// <summary>How many incoming documents one unit registered on one day.</summary>
internal sealed class DailyRegistration
{
    public required DateOnly Day { get; init; }

    public required string Unit { get; init; }

    public required long Count { get; set; }
}
