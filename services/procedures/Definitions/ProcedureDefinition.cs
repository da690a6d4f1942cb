using Backoffice.Procedures.V1;

namespace Backoffice.Procedures.Definitions;

/// <summary>
/// One version of a procedure as data. A version that has run is never changed: matters run by it to their end, and a new
/// version is for the matters started after it.
/// </summary>
public sealed record ProcedureDefinition
{
    /// <summary>e.g. `incoming`.</summary>
    public string Id { get; init; } = "";

    public int Version { get; init; }

    /// <summary>e.g. `收文办理`.</summary>
    public string Title { get; init; } = "";

    /// <summary>The first is where matters start.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    public Step First => Steps[0];

    public Step this[string step] => Steps.FirstOrDefault(s => s.Id == step)
        ?? throw new InvalidOperationException($"Procedure {Id} version {Version} has no step {step}.");

    public bool Has(string step) => Steps.Any(s => s.Id == step);

    /// <summary>What the holder of a step may do there at one time or another, in the order of the verbs.</summary>
    public IReadOnlyList<Verb> VerbsAt(Step step)
    {
        List<Verb> verbs = [Verb.Open, Verb.AddSigner, Verb.RemoveSigner, Verb.Circulate, Verb.Copy, Verb.Urge, Verb.Terminate];
        if (step.Form.Length == 0)
            verbs.Add(Verb.Agree);
        if (step.Delegable)
            verbs.AddRange([Verb.Transfer, Verb.Delegate]);
        if (step.Id != First.Id)
            verbs.AddRange([Verb.Disagree, Verb.Return]);
        return [.. verbs.Order()];
    }

    /// <summary>Titles of steps, for messages to people.</summary>
    public string TitlesOf(IEnumerable<string> steps) => string.Join("、", steps.Select(s => this[s].Title));
}
