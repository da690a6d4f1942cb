using System.Text.Json;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

/// <summary>One act and what came of it.</summary>
public sealed record Done(ActRow Act, IReadOnlyList<MatterTask> Assigned, IReadOnlyList<MatterTask> Changed, MatterState After);

/// <summary>A verb in the making: changes are collected act by act, and nothing is recorded before the verb has decided everything.</summary>
internal sealed class Move(Matter matter, Deed deed, MatterActor actor)
{
    private readonly List<Change> _changes = [];
    private readonly List<(ActRow Act, IReadOnlyList<Change> Changes, MatterState After)> _acts = [];

    public Deed Deed => deed;

    public MatterActor Actor => actor;

    public MatterState State { get; private set; } = matter.State;

    /// <summary>The accountable task of the step that this verb came to last; 0 when it came to none.</summary>
    public int Entered { get; set; }

    public Step Present => matter.Procedure[State.Step];

    public void Do(Change change)
    {
        State = State.Apply(change);
        _changes.Add(change);
    }

    public MatterTask Give(TaskKind kind, string post, Step step)
    {
        var due = deed.DueOf(step, deed.Now);
        var task = new MatterTask
        {
            Number = State.TasksGiven + 1,
            Kind = kind,
            Post = post,
            Step = step.Id,
            AssignTime = deed.Now,
            DueTime = due.Time,
            DueExplanation = due.Explanation,
        };
        Do(new TaskGiven(task));
        return task;
    }

    /// <summary>Ends a task by this act; a task that was never opened is opened by being done.</summary>
    public void End(MatterTask task, TaskOutcome outcome, MatterActor? by = null)
    {
        var doneByHolder = outcome is TaskOutcome.Agreed or TaskOutcome.Disagreed or TaskOutcome.Returned or TaskOutcome.Transferred;
        Do(new TaskChanged(task with { OpenTime = task.OpenTime ?? (doneByHolder ? deed.Now : null), EndTime = deed.Now, Outcome = outcome, Actor = by ?? actor }));
    }

    /// <summary>Finishes the act begun; a further one may follow.</summary>
    public void Close(Verb verb, Seal seal)
    {
        var act = new ActRow
        {
            MatterId = matter.Id,
            Number = matter.ActCount + _acts.Count + 1,
            Verb = verb,
            ActorPerson = actor.Person,
            ActorName = actor.DisplayName,
            ActorPost = actor.Post,
            OnBehalfOf = actor.OnBehalfOf,
            Time = deed.Now,
            Step = seal.Step,
            ToStep = State.Step == seal.Step ? "" : State.Step,
            Task = seal.Task,
            Opinion = seal.Opinion,
            OpinionForm = seal.Form,
            SeenSha256 = seal.Seen,
            Targets = seal.Targets,
            Changes = JsonSerializer.Serialize<IReadOnlyList<Change>>(_changes),
        };
        _acts.Add((act, [.. _changes], State));
        _changes.Clear();
    }

    /// <summary>Records all acts of the verb in the matter.</summary>
    public IReadOnlyList<Done> Finish()
    {
        var done = new List<Done>();
        foreach (var (act, changes, after) in _acts)
        {
            matter.Record(act, after, changesDuties: changes.Any(c => c is not TaskChanged { Task.IsOpen: true } and not TasksNumbered));
            var given = changes.OfType<TaskGiven>().Select(c => c.Task.Number).ToHashSet();
            var last = changes.OfType<TaskChanged>().Select(c => c.Task).GroupBy(t => t.Number).ToDictionary(g => g.Key, g => g.Last());
            done.Add(new Done(
                act,
                [.. changes.OfType<TaskGiven>().Select(c => last.GetValueOrDefault(c.Task.Number, c.Task))],
                [.. last.Values.Where(t => !given.Contains(t.Number))],
                after));
        }
        return done;
    }
}

/// <summary>What an act is kept with besides its changes.</summary>
internal sealed record Seal(string Step, int Task)
{
    public string Opinion { get; init; } = "";

    public OpinionForm Form { get; init; }

    public string Seen { get; init; } = "";

    public IReadOnlyList<string> Targets { get; init; } = [];
}
