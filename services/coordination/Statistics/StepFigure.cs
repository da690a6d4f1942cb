namespace Backoffice.Coordination.Statistics;

/// <summary>How one step of one procedure went in one month.</summary>
internal sealed class StepFigure : IMonthly
{
    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The place within the month: procedure and step in one.</summary>
    public required string Line { get; init; }

    public required string ProcedureTitle { get; init; }

    public required string Step { get; init; }

    public string StepTitle { get; private set; } = "";

    public long DoneCount { get; private set; }

    public long ReturnedCount { get; private set; }

    public long OverdueCount { get; private set; }

    public long UntimedCount { get; private set; }

    public static string LineOf(string procedureTitle, string step) => $"{procedureTitle}/{step}";

    public void CountOne(string stepTitle, bool returned, bool overdue, bool timed)
    {
        StepTitle = stepTitle;
        DoneCount++;
        ReturnedCount += returned ? 1 : 0;
        OverdueCount += overdue ? 1 : 0;
        UntimedCount += timed ? 0 : 1;
    }
}

/// <summary>How many of them took about so long.</summary>
internal sealed class StepDuration
{
    public required DateOnly Month { get; init; }

    public required string Line { get; init; }

    /// <summary>Number of the stretch of time; see <see cref="Durations"/>.</summary>
    public required int Stretch { get; init; }

    public long Count { get; private set; }

    public void CountOne() => Count++;
}
