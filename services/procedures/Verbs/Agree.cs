using Backoffice.Platform.Errors;
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
            if (WhyUndecidable(deed) is { } why)
                throw why;
            Decide(move, Route(onward, deed), move.Actor);
        }
        else
        {
            Answer(move, task, TaskOutcome.Agreed);
            Settle(move);
        }
        move.Close(Verb.Agree, seal);
        SkipOn(move);
        return move.Finish();
    }

    /// <summary>What keeps the holder from agreeing now; null when nothing does.</summary>
    private Refusal? WhyUndecidable(Deed deed)
    {
        var step = Present;
        if (step.Form != deed.Form)
            return step.Form.Length > 0 ? ProcedureErrors.NeedsForm(step.Title, step.Form) : ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Agree), step.Title, $"{deed.Form}不在此环节办理");
        if (step.Deciding && deed.Caller.Actor == StarterPerson)
            return ProcedureErrors.OwnDraft(deed.Caller.DisplayName, step.Title);
        var awaited = State.Tasks.Where(t => t.IsOpen && t.Kind != TaskKind.Act).Select(t => t.Post).Concat(State.Round?.Waiting ?? []).ToList();
        if (awaited.Count > 0)
            return ProcedureErrors.Waiting(step.Title, NamesOf(awaited, deed));
        if (State.Refusals.Select(t => t.Post).ToList() is { Count: > 0 } refused)
            return ProcedureErrors.SignerRefused(NamesOf(refused, deed));
        return State is { Round: { Mode: CountersignMode.Quorum } round, HasQuorum: false }
            ? ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Agree), step.Title, $"同意会签的岗位不足{round.Quorum}个")
            : null;
    }

    /// <summary>The way on: back where it came from on a detour, else the step asked for, else the ordinary one, else the end.</summary>
    private Onward Route(Onward wish, Deed deed)
    {
        if (State.Detours.Count > 0)
            return new Onward(State.Detours[^1].Back.Step, State.Detours[^1].Back.Post, State.Detours[^1].Signers);
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
        return wish with { Step = step.Id, Assignee = Assignment.PostFor(step, wish.Assignee, State.Held!.Post, this, deed.Directory) };
    }

    /// <summary>Goes on, or first asks those named to follow. Who gets it next is settled either way: they could not answer that.</summary>
    private void Decide(Move move, Onward onward, MatterActor? by)
    {
        if (move.State.ToFollow is not { Count: > 0 } followers)
        {
            Advance(move, onward, by);
            return;
        }
        move.Do(new FollowersNamed([]));
        move.Do(new DecisionDeferred(onward with { DecidedBy = by }));
        Ask(move, new Countersigning { Mode = CountersignMode.All, Completes = true }, followers);
    }

    private static string NamesOf(IEnumerable<string> posts, Deed deed) => string.Join('、', posts.Select(deed.Directory.DisplayNameOf));
}
