using Backoffice.Coordination.V1;
using Backoffice.Platform.Callers;

namespace Backoffice.Platform.Organisation;

/// <summary>Units, posts, people and delegations at one version, with the look-ups that calls need, all made beforehand.</summary>
public sealed class DirectorySnapshot
{
    private readonly Dictionary<string, Person> _byAccount;
    private readonly Dictionary<string, Post> _posts;
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<string, string> _unitsByName;
    private readonly Dictionary<string, Person> _people;
    private readonly Dictionary<string, string> _displayNames;
    private readonly Dictionary<string, IReadOnlyList<string>> _holders;
    private readonly Dictionary<PostFunction, IReadOnlyList<string>> _byFunction;
    private readonly Dictionary<(PostFunction, string), IReadOnlyList<string>> _byFunctionAndUnit;
    private readonly StandIns _standIns;

    public DirectorySnapshot(Coordination.V1.Directory directory)
    {
        Version = directory.Version;
        var present = directory.People.Where(p => !p.Left).ToList();
        _byAccount = present.Where(p => p.Account.Length > 0).ToDictionary(p => p.Account);
        _posts = directory.Posts.ToDictionary(p => p.Name);
        _units = directory.Units.ToDictionary(u => u.Name);
        _people = directory.People.ToDictionary(p => p.Name);
        _displayNames = directory.Posts.Select(p => (p.Name, p.DisplayName))
            .Concat(directory.People.Select(p => (p.Name, p.DisplayName)))
            .Concat(directory.Units.Select(u => (u.Name, u.DisplayName))).ToDictionary(n => n.Name, n => n.DisplayName);
        _holders = Lists(present.SelectMany(p => p.Posts.Select(post => (post, p.Name))));
        var open = directory.Posts.Where(p => !p.Closed).ToList();
        var functions = open.Where(p => p.Function != PostFunction.Unspecified).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        _byFunction = Lists(functions.Select(p => (p.Function, p.Name)));
        _byFunctionAndUnit = Lists(functions.Select(p => ((p.Function, p.Unit), p.Name)));
        _standIns = new StandIns(open, directory.Delegations, HoldersOf);
        _unitsByName = directory.Units.Where(u => !u.Closed).SelectMany(u => new[] { (Text: u.DisplayName, u.Name), (Text: u.ShortName, u.Name) })
            .Where(n => n.Text.Length > 0).GroupBy(n => n.Text).ToDictionary(g => g.Key, g => g.First().Name);
        Organ = directory.Units.FirstOrDefault(u => u is { Kind: UnitKind.Organ, Closed: false, Parent: "" })?.DisplayName ?? "";
        Leaders = [.. directory.Units.Where(u => u.Kind == UnitKind.Leadership && !u.Closed).Select(u => u.Name)];
    }

    /// <summary>What the organ itself is called: the unit at the top; empty while there is none.</summary>
    public string Organ { get; }

    public static DirectorySnapshot Empty { get; } = new(new Coordination.V1.Directory());

    public long Version { get; }

    /// <summary>`units/{id}` of the bureau's leaders.</summary>
    public IReadOnlyList<string> Leaders { get; }

    /// <summary>True when the name is a unit, a post or a person of the directory.</summary>
    public bool Knows(string principal) => _units.ContainsKey(principal) || _posts.ContainsKey(principal) || _people.ContainsKey(principal);

    /// <summary>True when the name is a post that can be given work: it exists and was not closed.</summary>
    public bool KnowsPost(string post) => _posts.TryGetValue(post, out var known) && !known.Closed;

    /// <summary>Open posts with a function, by name.</summary>
    public IReadOnlyList<string> PostsWith(PostFunction function) => _byFunction.GetValueOrDefault(function, []);

    /// <summary>The same within one unit, those below it not included.</summary>
    public IReadOnlyList<string> PostsWith(PostFunction function, string unit) => _byFunctionAndUnit.GetValueOrDefault((function, unit), []);

    /// <summary>`units/{id}` a post belongs to; empty for a post that is not known.</summary>
    public string UnitOf(string post) => _posts.TryGetValue(post, out var known) ? known.Unit : "";

    /// <summary>`people/{id}` who hold a post now.</summary>
    public IReadOnlyList<string> HoldersOf(string post) => _holders.GetValueOrDefault(post, []);

    /// <summary>Open posts that a person holds; none for somebody who has left.</summary>
    public IReadOnlyList<string> PostsOf(string person) => _people.TryGetValue(person, out var known) && !known.Left ? [.. known.Posts.Where(KnowsPost)] : [];

    /// <summary>True when somebody can act under the name now: a person with an account who has not left, an open post that is held or stood in for.</summary>
    public bool IsActedFor(string name, DateTimeOffset now) => _people.TryGetValue(name, out var person)
        ? person is { Left: false, Account.Length: > 0 }
        : KnowsPost(name) && (HoldersOf(name).Count > 0 || _holders.Keys.Any(own => _standIns.Of([own], now).Any(s => s.Post == name)));

    /// <summary>AB岗: the open post whose holder stands in; null when there is none.</summary>
    public string? BackupOf(string post) => _posts.TryGetValue(post, out var known) && KnowsPost(known.BackupPost) ? known.BackupPost : null;

    /// <summary>What a post, person or unit is called; the name itself when it is not known.</summary>
    public string DisplayNameOf(string name) => _displayNames.GetValueOrDefault(name, name);

    /// <summary>The unit above; empty for the top and for a unit that is not known.</summary>
    public string ParentOf(string unit) => _units.TryGetValue(unit, out var known) ? known.Parent : "";

    /// <summary>`units/{id}` of a unit by its full or short name as people write it; null when none is called so.</summary>
    public string? UnitCalled(string displayName) => _unitsByName.GetValueOrDefault(displayName);

    /// <summary>What the open units are called, in full and short.</summary>
    public IReadOnlyCollection<string> UnitNames => _unitsByName.Keys;

    /// <summary>True when a unit bears the name, in full or short.</summary>
    public bool IsCalled(string unit, string name) => name.Length > 0 && _units.TryGetValue(unit, out var known) && (name == known.DisplayName || name == known.ShortName);

    public UnitKind KindOf(string unit) => _units.TryGetValue(unit, out var known) ? known.Kind : UnitKind.Unspecified;

    /// <summary>Who a caller is by now: a call that lasts, such as a stream, has to ask again.</summary>
    public Caller Describe(Caller caller, DateTimeOffset now)
    {
        var person = _byAccount.GetValueOrDefault(caller.Account);
        var posts = person?.Posts.Where(KnowsPost).ToArray() ?? [];
        return caller with
        {
            DisplayName = person?.DisplayName ?? caller.DisplayName,
            Person = person?.Name ?? "",
            Posts = posts,
            Units = [.. posts.Select(UnitOf).Distinct()],
            StandsInFor = _standIns.Of(posts, now),
        };
    }

    internal Caller Describe(TokenFacts facts, DateTimeOffset now) =>
        Describe(new Caller { Account = facts.Account, DisplayName = facts.DisplayName, Roles = facts.Roles, Session = facts.Session }, now);

    private static Dictionary<TKey, IReadOnlyList<string>> Lists<TKey>(IEnumerable<(TKey Key, string Name)> pairs) where TKey : notnull =>
        pairs.GroupBy(p => p.Key).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Name)]);
}
