using Backoffice.Platform.Callers;
using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Matters;

public sealed partial class Matter
{
    /// <summary>What a caller may do now, so that a button exists exactly where the act would be accepted.</summary>
    public IReadOnlyList<Verb> AllowedVerbs(Deed deed)
    {
        if (!IsRunning)
            return [];
        var own = State.Tasks.Where(t => t.IsOpen && MayDo(deed, t)).ToList();
        var verbs = new List<Verb>();
        if (State.Tasks.Any(t => t is { IsOpen: true, OpenTime: null } && MayOpen(deed, t)))
            verbs.Add(Verb.Open);
        if (own.Exists(t => t.Kind != TaskKind.Act))
            verbs.AddRange([Verb.Agree, Verb.Transfer]);
        if (own.Exists(t => t.Kind == TaskKind.Sign))
            verbs.Add(Verb.Disagree);
        if (own.Exists(t => t.Kind == TaskKind.Act))
            verbs.AddRange(OfHolder(deed));
        if (MayWithdraw(deed))
            verbs.Add(Verb.Withdraw);
        if (deed.Caller.Actor == StarterPerson)
            verbs.AddRange([Verb.Circulate, Verb.Copy, Verb.Terminate]);
        verbs.Add(Verb.Urge);
        return [.. verbs.Distinct().Order()];
    }

    /// <summary>True when the caller holds the accountable task, in a post held or stood in for.</summary>
    public bool IsHeldBy(Caller caller) => State.Held is { } held && (caller.Posts.Contains(held.Post) || caller.StandsInFor.Any(s => s.Post == held.Post));

    private List<Verb> OfHolder(Deed deed)
    {
        List<Verb> verbs = [Verb.AddSigner, Verb.Circulate, Verb.Copy, Verb.Terminate];
        var awaited = State.Assisting is not null || State.Signers.Any(t => t.IsOpen) || State.Round is { Waiting.Count: > 0 };
        if (awaited || State.ToFollow.Count > 0)
            verbs.Add(Verb.RemoveSigner);
        if (!awaited && Present.Form.Length == 0 && !(Present.Deciding && deed.Caller.Actor == StarterPerson))
            verbs.Add(Verb.Agree);
        if (State.Assisting is null && Present.Delegable)
            verbs.AddRange([Verb.Transfer, Verb.Delegate]);
        if (State.Path.Count > 0)
            verbs.AddRange([Verb.Return, Verb.Disagree]);
        return verbs;
    }

    private bool MayDo(Deed deed, MatterTask task) => deed.Caller.Posts.Contains(task.Post)
        || deed.Caller.StandsInFor.Any(s => s.Post == task.Post && (Procedure[task.Step].Delegable || s.Appointment.Length > 0));

    private bool MayWithdraw(Deed deed) => State.Sending is { } sending && sending.Person == deed.Caller.Actor && State.Held!.Number == sending.Task
        && State.Tasks.All(t => (t.OpenTime ?? t.EndTime) is null || (t.Kind == TaskKind.Act && State.Held.Post == sending.From.Post));
}
