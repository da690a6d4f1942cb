using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>催办: reminds whoever the matter waits for: signers and delegates where there are open ones, else the holder.</summary>
    public IReadOnlyList<Done> Urge(Deed deed)
    {
        ExpectRunning();
        var open = State.Tasks.Where(t => t.IsOpen).ToList();
        var awaited = open.Where(t => t.Kind != TaskKind.Act).DefaultIfEmpty(State.Held!).ToList();
        var move = new Move(this, deed, MatterActor.InPerson(deed.Caller));
        foreach (var task in awaited)
            move.Do(new TaskChanged(task with { UrgeCount = task.UrgeCount + 1 }));
        move.Close(Verb.Urge, SealOf(deed, awaited[0], decides: false, [.. awaited.Select(t => t.Post)]));
        return move.Finish();
    }
}
