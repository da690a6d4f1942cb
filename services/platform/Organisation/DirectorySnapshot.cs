using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;

namespace Backoffice.Platform.Organisation;

/// <summary>Units, posts and people at one version, with the look-ups that calls need.</summary>
public sealed class DirectorySnapshot
{
    private readonly Dictionary<string, Person> _byAccount;
    private readonly Dictionary<string, Post> _posts;
    private readonly Dictionary<string, Unit> _units;
    private readonly HashSet<string> _people;

    internal DirectorySnapshot(Coordination.V1.Directory directory)
    {
        Version = directory.Version;
        _byAccount = directory.People.Where(p => p.Account.Length > 0 && !p.Left).ToDictionary(p => p.Account);
        _posts = directory.Posts.ToDictionary(p => p.Name);
        _units = directory.Units.ToDictionary(u => u.Name);
        _people = directory.People.Select(p => p.Name).ToHashSet();
        Leaders = [.. directory.Units.Where(u => u.Kind == UnitKind.Leadership && !u.Closed).Select(u => u.Name)];
    }

    public static DirectorySnapshot Empty { get; } = new(new Coordination.V1.Directory());

    public long Version { get; }

    /// <summary>`units/{id}` of the bureau's leaders.</summary>
    public IReadOnlyList<string> Leaders { get; }

    /// <summary>True when the name is a unit or a person of the directory.</summary>
    public bool Knows(string principal) => _units.ContainsKey(principal) || _people.Contains(principal);

    internal Caller Describe(TokenFacts facts)
    {
        var person = _byAccount.GetValueOrDefault(facts.Account);
        var posts = person?.Posts.Where(p => _posts.TryGetValue(p, out var post) && !post.Closed).ToArray() ?? [];
        return new Caller
        {
            Account = facts.Account,
            DisplayName = person?.DisplayName ?? facts.DisplayName,
            Roles = facts.Roles,
            Person = person?.Name ?? "",
            Posts = posts,
            Units = [.. posts.Select(p => _posts[p].Unit).Distinct()],
        };
    }
}
