using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>减签: a post that has not answered is no longer asked. What was answered stays, and stays answered.</summary>
    public IReadOnlyList<Done> RemoveSigner(Deed deed, string post)
    {
        var (move, task) = Begin(deed, Verb.RemoveSigner, TaskKind.Act);
        OpenByActing(move, task);
        if (State.Tasks.FirstOrDefault(t => t.IsOpen && t.Kind != TaskKind.Act && t.Post == post) is { } asked)
            move.End(asked, TaskOutcome.Cancelled);
        else if (State.Round?.Waiting.Contains(post) == true)
            move.Do(new SignersWait(State.Round.Waiting.Remove(post)));
        else if (State.ToFollow.Contains(post))
            move.Do(new FollowersNamed(State.ToFollow.Remove(post)));
        else
            throw ProcedureErrors.UnknownAssignee(deed.Directory.DisplayNameOf(post), "没有在征求其意见");
        var seal = SealOf(deed, task, decides: false, post);
        Settle(move);
        move.Close(Verb.RemoveSigner, seal);
        SkipOn(move);
        return move.Finish();
    }
}
