using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>打开: from now on its sender cannot take it back. Nothing happens when the caller has opened everything already.</summary>
    public IReadOnlyList<Done> Open(Deed deed)
    {
        ExpectRunning();
        var unopened = State.Tasks.Where(t => t is { IsOpen: true, OpenTime: null } && MayOpen(deed, t)).ToList();
        if (unopened.Count == 0)
            return [];
        var move = new Move(this, deed, MatterActor.In(deed.Caller, unopened[0].Post)!);
        foreach (var task in unopened)
            move.Do(new TaskChanged(task with { OpenTime = deed.Now }));
        move.Close(Verb.Open, new Seal(State.Step, unopened[0].Number));
        return move.Finish();
    }

    // Whoever stands in may look at what only the holder may decide.
    private static bool MayOpen(Deed deed, MatterTask task) => MatterActor.In(deed.Caller, task.Post) is not null;
}
