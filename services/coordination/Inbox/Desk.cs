using Backoffice.Platform.Callers;

namespace Backoffice.Coordination.Inbox;

/// <summary>Under which names work reaches a caller now: in person, by the posts held, and by the posts stood in for. Each once.</summary>
internal sealed record Desk(IReadOnlyList<string> Principals, IReadOnlySet<string> StoodInFor)
{
    public static Desk Of(Caller caller)
    {
        var stoodInFor = caller.StandsInFor.Select(s => s.Post).ToHashSet();
        return new Desk([.. PersonOf(caller), .. caller.Posts, .. stoodInFor], stoodInFor);
    }

    // Acts of an account outside the directory are recorded under the account. One that looks like a name of the directory,
    // as a foreign issuer might give out, would open the inbox of whoever has that name.
    private static IEnumerable<string> PersonOf(Caller caller) =>
        caller.Person.Length > 0 ? [caller.Person] : caller.Account.Contains('/', StringComparison.Ordinal) ? [] : [caller.Account];
}
