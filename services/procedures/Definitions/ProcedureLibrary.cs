using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backoffice.Procedures.Definitions;

/// <summary>
/// Every version of every procedure of one service: those it ships, and those the site adds as files. A site replaces a
/// procedure by a file with the same id and a higher version.
/// </summary>
public sealed class ProcedureLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<(string Id, int Version), ProcedureDefinition> _all;

    /// <exception cref="ProcedureException">A definition is incomplete, or a version exists twice.</exception>
    public ProcedureLibrary(IReadOnlyList<ProcedureDefinition> definitions)
    {
        var problems = definitions.SelectMany(DefinitionCheck.Problems)
            .Concat(definitions.GroupBy(d => (d.Id, d.Version)).Where(g => g.Count() > 1).Select(g => $"{g.Key.Id} version {g.Key.Version} exists {g.Count()} times."))
            .ToList();
        if (problems.Count > 0)
            throw new ProcedureException(problems);
        _all = definitions.ToDictionary(d => (d.Id, d.Version));
    }

    public IReadOnlyCollection<ProcedureDefinition> All => _all.Values;

    /// <summary>Versions of a procedure, oldest first; none when there is no such procedure.</summary>
    public IEnumerable<int> VersionsOf(string id) => _all.Keys.Where(k => k.Id == id).Select(k => k.Version).Order();

    /// <summary>The version that matters start by now.</summary>
    public ProcedureDefinition Latest(string id) => _all.Values.Where(d => d.Id == id).MaxBy(d => d.Version)
        ?? throw new InvalidOperationException($"There is no procedure {id}.");

    /// <summary>The version a running matter is pinned to.</summary>
    public ProcedureDefinition Get(string id, int version) => _all.GetValueOrDefault((id, version))
        ?? throw new InvalidOperationException($"Matters run by version {version} of procedure {id}, which is no longer among the definitions: put its file back.");

    public static ProcedureDefinition Read(Stream json) =>
        JsonSerializer.Deserialize<ProcedureDefinition>(json, Format) ?? throw new JsonException("The definition is null.");
}

/// <summary>Definitions that must not run; says everything that is wrong with them.</summary>
public sealed class ProcedureException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
