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
        List<Verb> verbs = [Verb.Urge];
        if (State.Tasks.Any(t => t is { IsOpen: true, OpenTime: null } && MayOpen(deed, t)))
            verbs.Add(Verb.Open);
        if (Own(deed, TaskKind.Sign, TaskKind.Assist) is not null)
            verbs.AddRange([Verb.Agree, Verb.Transfer]);
        if (Own(deed, TaskKind.Sign) is not null)
            verbs.Add(Verb.Disagree);
        if (Own(deed, TaskKind.Act) is not null)
            verbs.AddRange(OfHolder(deed));
        if (WhyNotWithdrawable(deed) is null)
            verbs.Add(Verb.Withdraw);
        if (deed.Caller.Actor == StarterPerson)
            verbs.AddRange([Verb.Circulate, Verb.Copy, Verb.Terminate]);
        return [.. verbs.Distinct().Order()];
    }

    /// <summary>True when the caller holds the accountable task, in a post held or stood in for.</summary>
    public bool IsHeldBy(Caller caller) => State.Held is { } held && MatterActor.In(caller, held.Post) is not null;

    private List<Verb> OfHolder(Deed deed)
    {
        List<Verb> verbs = [Verb.AddSigner, Verb.Circulate, Verb.Copy, Verb.Terminate];
        if (State.Tasks.Any(t => t.IsOpen && t.Kind != TaskKind.Act) || State.Round is { Waiting.Count: > 0 } || State.ToFollow.Count > 0)
            verbs.Add(Verb.RemoveSigner);
        if (WhyUndecidable(deed) is null)
            verbs.Add(Verb.Agree);
        if (WhyUntransferable() is null)
            verbs.AddRange(State.Assisting is null ? [Verb.Transfer, Verb.Delegate] : [Verb.Transfer]);
        if (State.Path.Count > 0)
            verbs.AddRange([Verb.Return, Verb.Disagree]);
        return verbs;
    }
}
