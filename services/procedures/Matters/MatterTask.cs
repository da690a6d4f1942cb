using System.Text.Json.Serialization;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>Who acted, in which post, and for whose post when it is not that one (B代A).</summary>
public sealed record MatterActor(string Person, string DisplayName, string Post, string OnBehalfOf = "");

/// <summary>What one post has to do for a matter.</summary>
public sealed record MatterTask
{
    public required int Number { get; init; }

    public required TaskKind Kind { get; init; }

    /// <summary>`posts/{id}`: responsibility hangs on the post, whoever holds it.</summary>
    public required string Post { get; init; }

    public required string Step { get; init; }

    public required DateTimeOffset AssignTime { get; init; }

    public DateTimeOffset? OpenTime { get; init; }

    public DateTimeOffset? DueTime { get; init; }

    public string DueExplanation { get; init; } = "";

    public int UrgeCount { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public TaskOutcome Outcome { get; init; }

    public MatterActor? Actor { get; init; }

    [JsonIgnore]
    public bool IsOpen => EndTime is null;
}
