using Backoffice.Bench.Running;

namespace Backoffice.Bench.Scenarios;

/// <summary>One scenario: prepares, measures in turn, adds its lines to the page.</summary>
internal interface IScenario
{
    /// <summary>Its number among the scenarios, e.g. `P3`.</summary>
    string Id { get; }

    Task RunAsync(BenchRun run);
}
