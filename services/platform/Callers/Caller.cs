using Backoffice.Options.V1;

namespace Backoffice.Platform.Callers;

/// <summary>Who calls, as the token and the directory say; injected into handlers for the length of one call.</summary>
public sealed record Caller
{
    /// <summary>Login name, client id, or `service:{app id}`.</summary>
    public required string Account { get; init; }

    public string DisplayName { get; init; } = "";

    /// <summary>Id of the browser's session the call was made in; empty for machines and services.</summary>
    public string Session { get; init; } = "";

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>`people/{id}`; empty when the account belongs to nobody in the directory.</summary>
    public string Person { get; init; } = "";

    /// <summary>`posts/{id}` held, the main one first.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>`units/{id}` of those posts, the main one first.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>
    /// Posts the caller may act for now without holding them, each once. What was given to such a post may be read as well;
    /// its unit's may not. A call that acts for it records both names (B代A).
    /// </summary>
    public IReadOnlyList<StandIn> StandsInFor { get; init; } = [];

    /// <summary>The name under which acts are recorded.</summary>
    public string Actor => Person.Length > 0 ? Person : Account;

    /// <summary>What a list of readers may hold to include this caller: the person, the posts held or stood in for, and the units. Used inside queries.</summary>
    public IReadOnlyList<string> Principals => [.. Person.Length > 0 ? [Person] : Array.Empty<string>(), .. Posts, .. StandsInFor.Select(s => s.Post), .. Units];

    /// <summary>True when a list of readers includes this caller.</summary>
    public bool IsAmong(IEnumerable<string> readers)
    {
        var principals = Principals;
        return readers.Any(principals.Contains);
    }

    /// <summary>The post acted in, unless the call says otherwise; empty when none is held.</summary>
    public string MainPost => Posts.Count > 0 ? Posts[0] : "";

    public bool Has(Role role) => Roles.Contains(role);
}
