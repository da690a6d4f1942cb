using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>One line of a circulation ledger (传阅登记): a reader served, and what became of it.</summary>
public sealed class Reading
{
    public required Guid MatterId { get; init; }

    /// <summary>Number of the reader's task.</summary>
    public required int Number { get; init; }

    public required TaskKind Kind { get; init; }

    /// <summary>`posts/{id}`, or `people/{id}` for a reader named in person.</summary>
    public required string Reader { get; init; }

    public required string Step { get; init; }

    public required DateTimeOffset AssignTime { get; init; }

    public DateTimeOffset? OpenTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    /// <summary>Read, or released; unspecified while it is neither.</summary>
    public TaskOutcome Outcome { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Who read it, or released the reader; empty while nobody has.</summary>
    public string ActorPerson { get; set; } = "";

    public string ActorName { get; set; } = "";

    public string ActorPost { get; set; } = "";

    public string OnBehalfOf { get; set; } = "";

    internal void End(TaskOutcome outcome, Deed deed, MatterActor actor) =>
        (EndTime, Outcome, Note, ActorPerson, ActorName, ActorPost, OnBehalfOf) = (deed.Now, outcome, deed.Opinion, actor.Person, actor.DisplayName, actor.Post, actor.OnBehalfOf);

    public bool IsInPerson => Reader.StartsWith("people/", StringComparison.Ordinal);
}
