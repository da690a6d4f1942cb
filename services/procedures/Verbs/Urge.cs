using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>催办: reminds whoever the matter waits for: signers and delegates where there are open ones, else the holder.</summary>
    public IReadOnlyList<Done> Urge(Deed deed)
    {
        ExpectRunning();
        var open = State.Tasks.Where(t => t.IsOpen).ToList();
        return Urge(deed, open.Where(t => t.Kind != TaskKind.Act).DefaultIfEmpty(State.Held!).ToList());
    }

    /// <summary>The same by the rules of the office, for tasks that are due.</summary>
    public IReadOnlyList<Done> Urge(Deed deed, IReadOnlyList<MatterTask> due)
    {
        ExpectRunning();
        var move = new Move(this, deed, MatterActor.InPerson(deed.Caller));
        foreach (var task in due)
            move.Do(new TaskChanged(task with { UrgeCount = task.UrgeCount + 1 }));
        move.Close(Verb.Urge, SealOf(deed, due[0], decides: false, [.. due.Select(t => t.Post)]));
        return move.Finish();
    }

    /// <summary>When somebody is reminded next; the row follows every act, so that reminders are found by an index and made once.</summary>
    public void RemindAt(DateTimeOffset? next) => RemindTime = IsRunning ? next : null;
}
