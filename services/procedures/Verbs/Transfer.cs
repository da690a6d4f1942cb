using Backoffice.Platform.Errors;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>转办: the task and the responsibility for it go to another post; the step stays, and so does its due time.</summary>
    public IReadOnlyList<Done> Transfer(Deed deed, string post)
    {
        ExpectReason(deed, Verb.Transfer);
        var (move, task) = Begin(deed, Verb.Transfer, TaskKind.Sign, TaskKind.Assist, TaskKind.Act);
        ExpectTransferable(deed, task, post);
        move.End(task, TaskOutcome.Transferred);
        var given = move.Give(task.Kind, post, Present);
        move.Do(new TaskChanged(given with { DueTime = task.DueTime, DueExplanation = task.DueExplanation, Again = task.Again }));
        if (task.Kind == TaskKind.Act)
            move.Do(new SentOn(null));
        move.Close(Verb.Transfer, SealOf(deed, task, decides: false, post));
        return move.Finish();
    }

    private void ExpectTransferable(Deed deed, MatterTask task, string post)
    {
        if (task.Kind == TaskKind.Act && WhyUntransferable() is { } why)
            throw why;
        Assignment.Check(post, deed.Directory);
        if (IsInvolved(post))
            throw ProcedureErrors.UnknownAssignee(deed.Directory.DisplayNameOf(post), "已在办理此事");
    }

    /// <summary>What keeps the holder from giving the work to another; null when nothing does.</summary>
    private Refusal? WhyUntransferable()
    {
        if (!Present.Delegable)
            return ProcedureErrors.NotDelegable(Present.Title);
        return State.Pending is not null ? ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Transfer), Present.Title, "已作出决定") : null;
    }
}
