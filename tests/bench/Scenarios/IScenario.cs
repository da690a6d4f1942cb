using Backoffice.Bench.Running;

namespace Backoffice.Bench.Scenarios;

/// <summary>One scenario: prepares, measures in turn, adds its lines to the page.</summary>
internal interface IScenario
{
    /// <summary>Its number among the scenarios, such as `P3`, and a letter where one is measured in parts.</summary>
    string Id { get; }

    Task RunAsync(BenchRun run);
}
