using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>加签: asks further posts, before the holder decides or after. A post that refused may be asked again, and its refusal is then superseded.</summary>
    public IReadOnlyList<Done> AddSigner(Deed deed, IReadOnlyList<string> posts, bool after)
    {
        var (move, task) = Begin(deed, Verb.AddSigner, TaskKind.Act);
        foreach (var post in posts)
        {
            Assignment.Check(post, deed.Directory);
            if (IsInvolved(post))
                throw ProcedureErrors.UnknownAssignee(deed.Directory.DisplayNameOf(post), "已在征求其意见");
        }
        if (after && State.Pending is not null)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.AddSigner), Present.Title, "已作出决定");
        if (task.OpenTime is null)
            move.Do(new TaskChanged(task with { OpenTime = deed.Now }));
        if (after)
            move.Do(new FollowersNamed(State.ToFollow.AddRange(posts)));
        else
            AskAlso(move, posts);
        move.Close(Verb.AddSigner, SealOf(deed, task, decides: false, posts));
        return move.Finish();
    }

    private static void AskAlso(Move move, IReadOnlyList<string> posts)
    {
        if (move.State.Round is null)
        {
            Ask(move, new Countersigning { Mode = CountersignMode.All }, [.. posts]);
            return;
        }
        foreach (var refused in move.State.Signers.Where(t => t.Outcome == TaskOutcome.Disagreed && posts.Contains(t.Post)).ToList())
            move.Do(new TaskChanged(refused with { Outcome = TaskOutcome.Cancelled }));
        foreach (var post in posts)
            move.Give(TaskKind.Sign, post, move.Present);
    }
}
