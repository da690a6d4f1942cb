using System.Collections.Immutable;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>Steps it may be returned to, the one before last.</summary>
    public IReadOnlyList<string> ReturnSteps => [.. State.Path.Select(s => s.Step).Distinct()];

    /// <summary>退回 to an earlier step, to the post that did it, with a reason; afterwards it flows on or comes straight back.</summary>
    public IReadOnlyList<Done> Return(Deed deed, string step, bool straightBack)
    {
        ExpectReason(deed, Verb.Return);
        var (move, task) = Begin(deed, Verb.Return, TaskKind.Act);
        ExpectSeen(deed);
        // An rpc that completes a step may return the matter instead: there alone.
        if (deed.Form.Length > 0 && deed.Form != Present.Form)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Return), Present.Title, $"{deed.Form}不在此环节办理");
        if (State.Path.Count == 0)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Return), Present.Title, "已是首个环节");
        var seat = step.Length == 0 ? State.Path[^1] : State.Path.FindLast(s => s.Step == step) ?? throw ProcedureErrors.UnknownStep(step, string.Join('、', ReturnSteps));
        var seal = SealOf(deed, task, decides: true, seat.Post);
        GoBack(move, task, seat, TaskOutcome.Returned, straightBack);
        move.Close(Verb.Return, seal);
        return move.Finish();
    }

    /// <summary>Ends everything open at the step and goes back to a seat passed before.</summary>
    private void GoBack(Move move, MatterTask held, Seat seat, TaskOutcome outcome, bool straightBack)
    {
        var state = move.State;
        var signers = state.Signers.Where(t => t.Outcome is not (TaskOutcome.Cancelled or TaskOutcome.Transferred)).Select(t => t.Post).Concat(state.Round?.Waiting ?? []);
        var detours = straightBack ? state.Detours.Add(new Detour(new Seat(state.Step, held.Post), state.Path, [.. signers.Distinct()])) : [];
        move.End(held, outcome);
        CancelOthers(move);
        // What was passed before the seat stays passed; the seat itself is to be done again.
        var passed = state.Path.FindIndex(s => s.Step == seat.Step);
        Enter(move, new Onward(seat.Step, seat.Post, []), state.Path.Take(passed).ToImmutableList(), detours);
        move.Do(new ApprovedBy(""));
        move.Do(new SentOn(null));
    }

    private static void CancelOthers(Move move)
    {
        foreach (var other in move.State.Tasks.Where(t => t.IsOpen && t.Kind != TaskKind.Act).ToList())
            move.End(other, TaskOutcome.Cancelled);
    }
}
