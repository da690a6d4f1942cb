using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>不同意, with a reason. A signer's blocks the round (rule DOC-R13); the holder's returns the matter to whoever started it.</summary>
    public IReadOnlyList<Done> Disagree(Deed deed)
    {
        ExpectReason(deed, Verb.Disagree);
        var (move, task) = Begin(deed, Verb.Disagree, TaskKind.Sign, TaskKind.Act);
        ExpectSeen(deed);
        var seal = SealOf(deed, task, decides: true);
        if (task.Kind == TaskKind.Sign)
        {
            Answer(move, task, TaskOutcome.Disagreed);
            Settle(move);
        }
        else
        {
            if (State.Path.Count == 0)
                throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.Disagree), Present.Title, "已是首个环节，可终止");
            GoBack(move, task, State.Path[0], TaskOutcome.Disagreed, straightBack: false);
        }
        move.Close(Verb.Disagree, seal);
        return move.Finish();
    }
}
