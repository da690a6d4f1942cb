using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>终止 with a reason, by whoever started the matter or holds it. The history stays.</summary>
    public IReadOnlyList<Done> Terminate(Deed deed)
    {
        ExpectReason(deed, Verb.Terminate);
        ExpectRunning();
        var held = State.Held!;
        // An rpc that completes a step may end the matter instead: it is its holder's alone, and there alone.
        var starter = deed.Form.Length == 0 && deed.Caller.Actor == StarterPerson;
        var actor = (starter ? Starter : ActorFor(deed, held)) ?? throw NotTheirs(deed, Verb.Terminate, TaskKind.Act);
        if (deed.Form.Length > 0 && WhyUndecidable(deed) is { } why)
            throw why;
        var move = new Move(this, deed, actor);
        var seal = SealOf(deed, held, decides: true);
        move.End(held, TaskOutcome.Terminated);
        CancelOthers(move);
        move.Do(new MatterEnded(V1.MatterState.Terminated));
        move.Close(Verb.Terminate, seal);
        return move.Finish();
    }
}
