using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Backoffice.Procedures.Definitions;
using V1 = Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>
/// Where a matter stands: the fold of all its changes. Small however long the history is, because what has ended leaves it.
/// </summary>
public sealed record MatterState
{
    public V1.MatterState Status { get; init; }

    public string Step { get; init; } = "";

    /// <summary>Open tasks, and of the present round of signers those that have answered.</summary>
    public ImmutableList<MatterTask> Tasks { get; init; } = [];

    /// <summary>The last number given to a task; readers' tasks are numbered in the same row.</summary>
    public int TasksGiven { get; init; }

    /// <summary>How the signers of the present step are asked; null when none are.</summary>
    public Round? Round { get; init; }

    /// <summary>Posts to be asked once the holder has decided (后加签).</summary>
    public ImmutableList<string> ToFollow { get; init; } = [];

    /// <summary>The holder's decision that waits for those who follow.</summary>
    public Onward? Pending { get; init; }

    /// <summary>Where a returned matter comes straight back to; the last is next.</summary>
    public ImmutableList<Detour> Detours { get; init; } = [];

    /// <summary>Steps passed, with the post that did each; a matter is returned to one of them.</summary>
    public ImmutableList<Seat> Path { get; init; } = [];

    /// <summary>How it came to the present step, for whoever wants to take it back.</summary>
    public Sending? Sending { get; init; }

    /// <summary>Who decided the last approval, and where, so as not to be asked twice in a row.</summary>
    public string LastApprover { get; init; } = "";

    /// <summary>The accountable task: exactly one while the matter runs.</summary>
    [JsonIgnore]
    public MatterTask? Held => Tasks.SingleOrDefault(t => t is { Kind: V1.TaskKind.Act, IsOpen: true });

    /// <summary>The work given to another post, when there is some.</summary>
    [JsonIgnore]
    public MatterTask? Assisting => Tasks.FirstOrDefault(t => t is { Kind: V1.TaskKind.Assist, IsOpen: true });

    [JsonIgnore]
    public IEnumerable<MatterTask> Signers => Tasks.Where(t => t.Kind == V1.TaskKind.Sign);

    /// <summary>True when as many agreed as a quorum asks for.</summary>
    [JsonIgnore]
    public bool HasQuorum => Round is { Mode: CountersignMode.Quorum } round && Signers.Count(t => t.Outcome == V1.TaskOutcome.Agreed) >= round.Quorum;

    /// <summary>Refusals that block: a quorum overrules them.</summary>
    [JsonIgnore]
    public IEnumerable<MatterTask> Refusals => Signers.Where(t => t.Outcome == V1.TaskOutcome.Disagreed && !HasQuorum);

    public MatterState Apply(Change change) => change switch
    {
        TaskGiven c => this with { Tasks = Tasks.Add(c.Task), TasksGiven = Math.Max(TasksGiven, c.Task.Number) },
        TasksNumbered c => this with { TasksGiven = c.Last },
        TaskChanged c => this with { Tasks = Tasks.Replace(Tasks.Single(t => t.Number == c.Task.Number), c.Task) },
        StepEntered c => this with { Step = c.Step, Tasks = Tasks.RemoveAll(t => !t.IsOpen), Round = null, Pending = null, ToFollow = [], Path = c.Path, Detours = c.Detours },
        RoundOpened c => this with { Round = c.Round, Tasks = Tasks.RemoveAll(t => !t.IsOpen) },
        SignersWait c => this with { Round = Round! with { Waiting = c.Posts } },
        FollowersNamed c => this with { ToFollow = c.Posts },
        DecisionDeferred c => this with { Pending = c.Onward },
        SentOn c => this with { Sending = c.Sending },
        ApprovedBy c => this with { LastApprover = c.Person },
        MatterEnded c => this with { Status = c.Status, Step = "", Tasks = [], Round = null, Pending = null, ToFollow = [], Detours = [], Sending = null },
        _ => throw new InvalidOperationException($"{change} is no change of a matter."),
    };
}

/// <summary>A post at a step.</summary>
public sealed record Seat(string Step, string Post);

/// <summary>Whence a matter was returned to come straight back, what it had passed by then, and who is then asked again.</summary>
public sealed record Detour(Seat Back, ImmutableList<Seat> Path, ImmutableList<string> Signers);

/// <summary>Where a matter is to go: the step (empty: to its end), the post where that is open, and the signers of the step.</summary>
public sealed record Onward(string Step, string Assignee, ImmutableList<string> Signers)
{
    /// <summary>Wherever the procedure goes on to.</summary>
    public static Onward Ordinary { get; } = new("", "", []);

    /// <summary>Who decided so, where the decision had to wait for others.</summary>
    public MatterActor? DecidedBy { get; init; }
}

/// <summary>How signers are asked, and in order: who has still to be.</summary>
public sealed record Round(CountersignMode Mode, int Quorum, bool Completes, ImmutableList<string> Waiting);

/// <summary>Who sent a matter to the present step, from which seat, by which task, and what stood before.</summary>
public sealed record Sending(MatterActor By, Seat From, int Task, ImmutableList<Detour> Detours, ImmutableList<Seat> Path);
