using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>委派: another post does the work; the holder stays accountable, and gets it back with the result.</summary>
    public IReadOnlyList<Done> Delegate(Deed deed, string post)
    {
        var (move, task) = Begin(deed, Verb.Delegate, TaskKind.Act);
        ExpectTransferable(deed, task, post);
        if (State.Assisting is { } assisting)
            throw ProcedureErrors.Waiting(Present.Title, deed.Directory.DisplayNameOf(assisting.Post));
        OpenByActing(move, task);
        move.Give(TaskKind.Assist, post, Present);
        move.Close(Verb.Delegate, SealOf(deed, task, decides: false, post));
        return move.Finish();
    }
}
