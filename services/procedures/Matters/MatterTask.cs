using System.Text.Json.Serialization;
using Backoffice.Platform.Callers;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>Who acted, in which post, and for whose post when it is not that one (B代A).</summary>
public sealed record MatterActor(string Person, string DisplayName, string Post, string OnBehalfOf = "")
{
    /// <summary>As whom a caller acts in a post: as its holder, or standing in for it; null when it is neither.</summary>
    public static MatterActor? In(Caller caller, string post)
    {
        if (caller.Posts.Contains(post))
            return new MatterActor(caller.Actor, caller.DisplayName, post);
        return caller.StandsInFor.FirstOrDefault(s => s.Post == post) is { } standIn
            ? new MatterActor(caller.Actor, caller.DisplayName, standIn.OwnPost, post)
            : null;
    }

    /// <summary>A caller who acts in no particular post.</summary>
    public static MatterActor InPerson(Caller caller) => new(caller.Actor, caller.DisplayName, caller.MainPost);
}

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

    /// <summary>The task whose refusal is asked for anew: it stands until this one is answered; 0 for none.</summary>
    public int Again { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    public TaskOutcome Outcome { get; init; }

    public MatterActor? Actor { get; init; }

    [JsonIgnore]
    public bool IsOpen => EndTime is null;
}
