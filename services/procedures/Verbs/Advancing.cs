using System.Collections.Immutable;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

// How a matter goes from step to step, and how signers are asked and counted.
public sealed partial class Matter
{
    /// <summary>Ends the accountable task and goes on.</summary>
    private void Advance(Move move, Onward onward, MatterActor? decidedBy)
    {
        var held = move.State.Held!;
        var from = move.Present;
        // Where signers completed the step, its holder did nothing: nobody has it among the things done.
        move.End(held, TaskOutcome.Agreed, decidedBy ?? new MatterActor("", "", held.Post));
        move.Do(new ApprovedBy(from.Approval && decidedBy is not null ? decidedBy.Person : ""));
        if (onward.Step.Length == 0)
        {
            move.Do(new MatterEnded(V1.MatterState.Completed));
            return;
        }
        var (detours, path, seat) = (move.State.Detours, move.State.Path, new Seat(from.Id, held.Post));
        var given = detours.Count > 0
            ? Enter(move, onward, detours[^1].Path, detours.RemoveAt(detours.Count - 1))
            : Enter(move, onward, path.Add(seat), []);
        // Where it comes straight back to is for its holder to decide anew, never passed over.
        move.Entered = detours.Count > 0 ? 0 : given.Number;
        move.Do(new SentOn(decidedBy is null ? null : new Sending(decidedBy, seat, given.Number, detours, path)));
    }

    /// <summary>Comes to a step: its post gets the accountable task, its signers theirs.</summary>
    private MatterTask Enter(Move move, Onward onward, ImmutableList<Seat> path, ImmutableList<Detour> detours)
    {
        var step = Procedure[onward.Step];
        var post = Assignment.Seated(step, onward.Assignee, this, move.Deed.Directory);
        move.Do(new StepEntered(step.Id, path, detours));
        var given = move.Give(TaskKind.Act, post, step);
        var signers = onward.Signers.Where(s => s != post).Distinct().ToImmutableList();
        if (step.Signers is { } signing && signers.Count > 0)
            Ask(move, signing, signers);
        return given;
    }

    private static void Ask(Move move, Countersigning signing, ImmutableList<string> posts)
    {
        var (now, later) = signing.Mode == CountersignMode.InOrder ? (posts.Take(1).ToImmutableList(), posts.Skip(1).ToImmutableList()) : (posts, []);
        move.Do(new RoundOpened(new Round(signing.Mode, signing.Quorum, signing.Completes, later)));
        foreach (var post in now)
            move.Give(TaskKind.Sign, post, move.Present);
    }

    /// <summary>An answer given; where it was asked for anew, it stands in the place of the refusal.</summary>
    private static void Answer(Move move, MatterTask task, TaskOutcome outcome)
    {
        move.End(task, outcome);
        if (move.State.Refusals.FirstOrDefault(t => t.Number == task.Again) is { } refused)
            move.Do(new TaskChanged(refused with { Outcome = TaskOutcome.Cancelled }));
    }

    /// <summary>Counts the round after an opinion came or a signer went.</summary>
    private void Settle(Move move)
    {
        if (move.State.Round is not { } round)
            return;
        var state = move.State;
        if (round.Mode == CountersignMode.Any ? state.Signers.Any(t => t.Outcome is TaskOutcome.Agreed or TaskOutcome.Disagreed) : state.HasQuorum)
        {
            foreach (var needless in state.Signers.Where(t => t.IsOpen).ToList())
                move.End(needless, TaskOutcome.Cancelled);
        }
        else if (round.Waiting.Count > 0 && state.Signers.All(t => !t.IsOpen && t.Outcome != TaskOutcome.Disagreed))
        {
            move.Do(new SignersWait(round.Waiting.RemoveAt(0)));
            move.Give(TaskKind.Sign, round.Waiting[0], move.Present);
        }
        if (!round.Completes || !IsSettled(move.State))
            return;
        if (move.State.Pending is { } pending)
            Decide(move, pending, pending.DecidedBy);
        else if (!NextIsChosen(move.Present))
            Decide(move, Route(Onward.Ordinary, move.Deed), null);
    }

    /// <summary>True when nobody is asked any more, signer or delegate, and what was needed was agreed.</summary>
    private static bool IsSettled(MatterState state) => state is { Round: { Waiting.Count: 0 } round, Assisting: null }
        && state.Signers.All(t => !t.IsOpen)
        && (round.Mode == CountersignMode.Quorum ? state.HasQuorum : !state.Refusals.Any());

    // Signers cannot say whom the holder would choose, nor can anybody when a step is passed over.
    private bool NextIsChosen(Step step) => step.Next.Count > 0 && Procedure[step.Next[0]].Duty.Kind == DutyKind.Chosen;

    /// <summary>Passes over steps at which there is nothing to do: nobody to countersign, or the approver who has just approved.</summary>
    private void SkipOn(Move move)
    {
        while (move.State.Held is { } held && SkipReason(move, held) is { } why)
        {
            var step = move.Present;
            var sending = move.State.Sending;
            move.End(held, TaskOutcome.Skipped);
            var post = Assignment.PostFor(Procedure[step.Next[0]], "", held.Post, this, move.Deed.Directory);
            var given = Enter(move, new Onward(step.Next[0], post, []), move.State.Path.Add(new Seat(step.Id, held.Post)), []);
            move.Entered = given.Number;
            move.Do(new SentOn(sending is null ? null : sending with { Task = given.Number }));
            move.Close(Verb.Skip, new Seal(step.Id, held.Number) { Opinion = why });
        }
    }

    private string? SkipReason(Move move, MatterTask held)
    {
        var step = move.Present;
        if (held.Number != move.Entered || step.Next.Count == 0 || NextIsChosen(step))
            return null;
        if (step.Signers is { Completes: true } && move.State.Round is null)
            return "无需会签";
        return step is { Approval: true, Form: "", Deciding: false } && move.State.LastApprover.Length > 0
            && move.Deed.Directory.HoldersOf(held.Post).Contains(move.State.LastApprover)
            ? "与上一审批环节为同一人" : null;
    }
}
