using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>加签: asks further posts, before the holder decides or after. A post that refused may be asked again; its refusal stands until it has answered.</summary>
    public IReadOnlyList<Done> AddSigner(Deed deed, IReadOnlyList<string> posts, bool after)
    {
        var (move, task) = Begin(deed, Verb.AddSigner, TaskKind.Act);
        posts = [.. posts.Distinct()];
        foreach (var post in posts)
        {
            Assignment.Check(post, deed.Directory);
            if (IsInvolved(post))
                throw ProcedureErrors.UnknownAssignee(deed.Directory.DisplayNameOf(post), "已在征求其意见");
        }
        if (after && State.Pending is not null)
            throw ProcedureErrors.NotAllowed(VerbNames.Of(Verb.AddSigner), Present.Title, "已作出决定");
        OpenByActing(move, task);
        if (after)
            move.Do(new FollowersNamed(State.ToFollow.AddRange(posts)));
        else
            AskAlso(move, posts);
        move.Close(Verb.AddSigner, SealOf(deed, task, decides: false, posts));
        return move.Finish();
    }

    private void AskAlso(Move move, IReadOnlyList<string> posts)
    {
        if (move.State.Round is not { } round)
        {
            Ask(move, Present.Signers ?? new Countersigning { Mode = CountersignMode.All }, [.. posts]);
            return;
        }
        var again = move.State.Signers.Where(t => t.Outcome == TaskOutcome.Disagreed && posts.Contains(t.Post)).ToList();
        // In order, a post that refused is asked again in its turn, which is now; others queue behind those who wait.
        var later = round.Mode == CountersignMode.InOrder ? posts.Except(again.Select(t => t.Post)).ToList() : [];
        foreach (var post in posts.Except(later))
        {
            var given = move.Give(TaskKind.Sign, post, Present);
            if (again.Find(t => t.Post == post) is { } refused)
                move.Do(new TaskChanged(given with { Again = refused.Number }));
        }
        move.Do(new SignersWait(round.Waiting.AddRange(later)));
        if (later.Count > 0)
            Settle(move);
    }
}
