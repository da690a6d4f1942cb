using System.Globalization;
using Backoffice.Platform.Errors;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>撤回: whoever sent it takes it back, as long as nobody has opened or answered it since (rulebook case 197).</summary>
    public IReadOnlyList<Done> Withdraw(Deed deed)
    {
        ExpectRunning();
        if (WhyNotWithdrawable(deed) is { } why)
            throw why;
        var (held, sending) = (State.Held!, State.Sending!);
        var move = new Move(this, deed, sending.By);
        var seal = SealOf(deed, held, decides: false);
        move.End(held, TaskOutcome.Withdrawn);
        CancelOthers(move);
        Enter(move, new Onward(sending.From.Step, sending.From.Post, []), sending.Path, sending.Detours);
        move.Do(new ApprovedBy(""));
        move.Do(new SentOn(null));
        move.Close(Verb.Withdraw, seal);
        return move.Finish();
    }

    /// <summary>What keeps the caller from taking it back; null when nothing does.</summary>
    private Refusal? WhyNotWithdrawable(Deed deed)
    {
        var held = State.Held!;
        if (State.Sending is not { } sending || sending.By.Person != deed.Caller.Actor || held.Number != sending.Task)
            return ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Withdraw), Present.Title, "不是您刚送出的");
        // Where the sender holds the step that others countersign, it is they who may have opened it.
        var own = held.Post == sending.From.Post;
        return State.Tasks.FirstOrDefault(t => t.OpenTime is not null && (t.Kind != TaskKind.Act || !own)) is { } opened
            ? ProcedureErrors.AlreadyOpened(deed.Directory.DisplayNameOf(opened.Post), opened.OpenTime!.Value.ToString("o", CultureInfo.InvariantCulture))
            : null;
    }
}
