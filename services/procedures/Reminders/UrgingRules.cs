using System.Text.Json;

namespace Backoffice.Procedures.Reminders;

/// <summary>When whoever has something to do is reminded of its due day, in working days (催办, 条例 第24条(六)). Data of the site.</summary>
public sealed record UrgingRules
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>So many working days before the due day.</summary>
    public IReadOnlyList<int> Before { get; init; } = [];

    /// <summary>On the due day itself.</summary>
    public bool OnDueDay { get; init; }

    /// <summary>Every so many working days after it; 0 for never.</summary>
    public int AfterEvery { get; init; }

    /// <summary>So many working days after it the office director is told; 0 for never.</summary>
    public int EscalateAfter { get; init; }

    /// <exception cref="FormatException">The text is no such rules.</exception>
    public static UrgingRules Parse(string json)
    {
        try
        {
            return (JsonSerializer.Deserialize<UrgingRules>(json, Format) ?? throw new FormatException("The file of urging rules is empty.")).Checked();
        }
        catch (JsonException e)
        {
            throw new FormatException($"The file of urging rules cannot be read: {e.Message}", e);
        }
    }

    private UrgingRules Checked()
    {
        // A year of working days: anything further away is a slip of the pen, and would be counted day by day.
        const int most = 250;
        if (Before.Any(b => b is < 1 or > most) || AfterEvery is < 0 or > most || EscalateAfter is < 0 or > most)
            throw new FormatException($"Urging rules count working days from 1 to {most}; 0 after the due day means never.");
        // Whoever is told of what is overdue is told with a reminder.
        if (EscalateAfter > 0 && AfterEvery == 0)
            throw new FormatException("Urging rules that escalate also remind after the due day.");
        return this;
    }
}
