using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backoffice.Regulations.Rules;

/// <summary>The register of rules. Every refusal of the suite names one of these.</summary>
public sealed class RuleBook : IReadOnlyCollection<Rule>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, Rule> _rules;

    /// <exception cref="ArgumentException">Two rules bear one id.</exception>
    public RuleBook(IEnumerable<Rule> rules) => _rules = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>The rules this build carries.</summary>
    public static RuleBook Current { get; } = Embedded();

    public int Count => _rules.Count;

    /// <exception cref="KeyNotFoundException">No rule bears the id: a slip in the program, not in the case.</exception>
    public Rule this[string id] => Find(id) ?? throw new KeyNotFoundException($"There is no rule {id}.");

    public Rule? Find(string id) => _rules.GetValueOrDefault(id);

    public IEnumerable<Rule> InForce(DateOnly on) => _rules.Values.Where(r => r.IsInForce(on));

    /// <exception cref="JsonException">A rule is incomplete, or says something the register has no place for.</exception>
    public static RuleBook Parse(string json) =>
        new(from source in JsonSerializer.Deserialize<IReadOnlyList<Source>>(json, Json) ?? []
            from rule in source.Rules
            select new Rule(rule.Id, source.Title, rule.Article, rule.Strength, rule.Zh, rule.En, source.EffectiveFrom, source.EffectiveTo));

    public IEnumerator<Rule> GetEnumerator() => _rules.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static RuleBook Embedded()
    {
        using var file = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream("rules.json")!);
        return Parse(file.ReadToEnd());
    }

    // In the file a source says its title and dates once for all of its rules.
    private sealed record Source(
        [property: JsonPropertyName("source")] string Title,
        IReadOnlyList<Entry> Rules,
        DateOnly? EffectiveFrom = null,
        DateOnly? EffectiveTo = null);

    private sealed record Entry(string Id, string Article, Strength Strength, string Zh, string En);
}
