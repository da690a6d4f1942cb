using System.Globalization;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>撤回: whoever sent it takes it back, as long as nobody has opened or answered it since (rulebook case 197).</summary>
    public IReadOnlyList<Done> Withdraw(Deed deed)
    {
        ExpectRunning();
        var held = State.Held!;
        if (State.Sending is not { } sending || sending.Person != deed.Caller.Actor || held.Number != sending.Task)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Withdraw), Present.Title, "不是您刚送出的");
        // Where the sender holds the step that others countersign, it is they who may have opened it.
        var own = held.Post == sending.From.Post;
        if (State.Tasks.FirstOrDefault(t => (t.OpenTime ?? t.EndTime) is not null && (t.Kind != TaskKind.Act || !own)) is { } opened)
            throw ProcedureErrors.AlreadyOpened(deed.Directory.DisplayNameOf(opened.Post), (opened.OpenTime ?? opened.EndTime)!.Value.ToString("o", CultureInfo.InvariantCulture));
        var move = new Move(this, deed, new MatterActor(deed.Caller.Actor, deed.Caller.DisplayName, sending.From.Post));
        var seal = SealOf(deed, held, decides: false);
        move.End(held, TaskOutcome.Withdrawn);
        CancelOthers(move);
        Enter(move, new Onward(sending.From.Step, "", []), sending.From.Post, sending.Path, sending.Detours);
        move.Do(new ApprovedBy(""));
        move.Do(new SentOn(null));
        move.Close(Verb.Withdraw, seal);
        return move.Finish();
    }
}
