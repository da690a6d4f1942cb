using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>同意: a signer's counts for the round, a delegate's goes back to the holder, the holder's sends the matter on.</summary>
    public IReadOnlyList<Done> Agree(Deed deed, Onward onward)
    {
        // Where an rpc of its own completes the step, its caller must be the holder.
        var (move, task) = deed.Form.Length > 0 ? Begin(deed, Verb.Agree, TaskKind.Act) : Begin(deed, Verb.Agree, TaskKind.Sign, TaskKind.Assist, TaskKind.Act);
        ExpectSeen(deed);
        var seal = SealOf(deed, task, decides: true, [.. onward.Signers, .. onward.Assignee.Length > 0 ? [onward.Assignee] : Array.Empty<string>()]);
        if (task.Kind == TaskKind.Act)
        {
            ExpectDecidable(move, Verb.Agree);
            Decide(move, Route(onward, deed));
        }
        else
        {
            move.End(task, TaskOutcome.Agreed);
            if (task.Kind == TaskKind.Sign)
                Settle(move);
        }
        move.Close(Verb.Agree, seal);
        SkipOn(move);
        return move.Finish();
    }

    /// <summary>Whether the holder may decide now.</summary>
    private void ExpectDecidable(Move move, Verb verb)
    {
        var (deed, step) = (move.Deed, Present);
        if (step.Form != deed.Form)
            throw step.Form.Length > 0 ? ProcedureErrors.NeedsForm(step.Title, step.Form) : ProcedureErrors.NotAllowed(VerbNames.Of(verb), step.Title, $"{deed.Form}不在此环节办理");
        if (step.Deciding && move.Actor.Person == StarterPerson)
            throw ProcedureErrors.OwnDraft(move.Actor.DisplayName, step.Title);
        var awaited = State.Signers.Where(t => t.IsOpen).Select(t => t.Post).Concat(State.Round?.Waiting ?? []).Concat(State.Assisting is { } a ? [a.Post] : []).ToList();
        if (awaited.Count > 0)
            throw ProcedureErrors.Waiting(step.Title, NamesOf(awaited, deed));
        if (State.Signers.Where(t => t.Outcome == TaskOutcome.Disagreed).Select(t => t.Post).ToList() is { Count: > 0 } refused && !HasQuorum(State))
            throw ProcedureErrors.SignerRefused(NamesOf(refused, deed));
    }

    /// <summary>The way on: back where it came from on a detour, else the step asked for, else the ordinary one, else the end.</summary>
    private Onward Route(Onward wish, Deed deed)
    {
        if (State.Detours.Count > 0)
            return new Onward(State.Detours[^1].Back.Step, State.Detours[^1].Back.Post, []);
        var next = Present.Next;
        if (wish.Step.Length > 0 && !next.Contains(wish.Step))
            throw ProcedureErrors.UnknownStep(wish.Step, string.Join('、', next));
        if (next.Count == 0)
            return Onward.Ordinary;
        var step = Procedure[wish.Step.Length > 0 ? wish.Step : next[0]];
        if (wish.Signers.Count > 0 && step.Signers is null)
            throw ProcedureErrors.UnknownAssignee(NamesOf(wish.Signers, deed), $"“{step.Title}”环节不设会签");
        foreach (var signer in wish.Signers)
            Assignment.Check(signer, deed.Directory);
        return wish with { Step = step.Id };
    }

    private void Decide(Move move, Onward onward)
    {
        if (State.ToFollow.Count == 0)
        {
            Advance(move, onward, move.Actor);
            return;
        }
        var followers = State.ToFollow;
        move.Do(new FollowersNamed([]));
        move.Do(new DecisionDeferred(onward with { DecidedBy = move.Actor }));
        Ask(move, new Countersigning { Mode = CountersignMode.All, Completes = true }, followers);
    }

    private static string NamesOf(IEnumerable<string> posts, Deed deed) => string.Join('、', posts.Select(deed.Directory.DisplayNameOf));
}
