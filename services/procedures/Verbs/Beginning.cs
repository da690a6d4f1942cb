using Backoffice.Platform.Errors;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

// What verbs have in common: whose task it is, and whether what was seen still stands.
public sealed partial class Matter
{
    /// <summary>Begins a verb on the caller's own task of one of these kinds, looked for in this order.</summary>
    private (Move Move, MatterTask Task) Begin(Deed deed, Verb verb, params IReadOnlyList<TaskKind> kinds)
    {
        ExpectRunning();
        return Own(deed, kinds) is var (task, actor) ? (new Move(this, deed, actor), task) : throw NotTheirs(deed, verb, kinds);
    }

    /// <summary>The caller's own task of one of these kinds, and as whom the caller does it; null when there is none.</summary>
    private (MatterTask Task, MatterActor Actor)? Own(Deed deed, params IReadOnlyList<TaskKind> kinds)
    {
        foreach (var task in kinds.SelectMany(kind => State.Tasks.Where(t => t.IsOpen && t.Kind == kind)))
        {
            if (ActorFor(deed, task) is { } actor)
                return (task, actor);
        }
        return null;
    }

    /// <summary>Refuses whoever does not hold the matter, before anything is said of what they filled in.</summary>
    public void ExpectHolder(Deed deed)
    {
        ExpectRunning();
        // Whoever stands in where only the holder may decide hears the rule that says so.
        if (!IsHeldBy(deed.Caller))
            throw NotTheirs(deed, Verb.Agree, TaskKind.Act);
    }

    /// <summary>As whom the caller may do a task; null when it is not the caller's.</summary>
    private MatterActor? ActorFor(Deed deed, MatterTask task)
    {
        var actor = MatterActor.In(deed.Caller, task.Post);
        // Signing an upward document is the head's own; whoever is appointed acting head may (条例 第22条; rulebook 10.7).
        var reserved = !Present.Delegable && actor is { OnBehalfOf.Length: > 0 } && deed.Caller.StandsInFor.First(s => s.Post == task.Post).Appointment.Length == 0;
        return reserved ? null : actor;
    }

    /// <summary>Why none of these tasks is the caller's.</summary>
    private Refusal NotTheirs(Deed deed, Verb verb, params IReadOnlyList<TaskKind> kinds) =>
        State.Tasks.Any(t => t.IsOpen && kinds.Contains(t.Kind) && deed.Caller.StandsInFor.Any(s => s.Post == t.Post))
            ? ProcedureErrors.NotDelegable(Present.Title)
            : ProcedureErrors.NotTheHolder(VerbNames.Of(verb), deed.Directory.DisplayNameOf(State.Held!.Post), Present.Title);

    /// <summary>Whoever acts on a task without ending it has opened it.</summary>
    private static void OpenByActing(Move move, MatterTask task)
    {
        if (task.OpenTime is null)
            move.Do(new TaskChanged(task with { OpenTime = move.Deed.Now }));
    }

    /// <summary>True when a post has something to do for the present step, or will have: it cannot be asked twice.</summary>
    private bool IsInvolved(string post) =>
        State.Tasks.Any(t => t.IsOpen && t.Post == post) || State.ToFollow.Contains(post) || State.Round?.Waiting.Contains(post) == true;

    private void ExpectRunning()
    {
        if (!IsRunning)
            throw ProcedureErrors.Ended(Name);
    }

    /// <summary>An opinion is given on what was seen: where that is said, it must be what stands now.</summary>
    private void ExpectSeen(Deed deed)
    {
        if (deed.SeenSha256.Length > 0 && deed.SeenSha256 != deed.ContentSha256)
            throw ProcedureErrors.ContentChanged(Name);
    }

    private static void ExpectReason(Deed deed, Verb verb)
    {
        if (string.IsNullOrWhiteSpace(deed.Opinion))
            throw ProcedureErrors.ReasonRequired(VerbNames.Of(verb));
    }

    private Seal SealOf(Deed deed, MatterTask? task, bool decides, params IReadOnlyList<string> targets) => new(State.Step, task?.Number ?? 0)
    {
        Opinion = deed.Opinion,
        Form = decides ? deed.FormGiven : OpinionForm.Unspecified,
        Seen = decides ? deed.ContentSha256 : "",
        Targets = targets,
    };
}
