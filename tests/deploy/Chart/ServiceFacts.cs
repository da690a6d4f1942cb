using System.Text.Json.Nodes;
using Backoffice.Testing;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>What the chart believes of a service (deploy/chart/files/services.yaml).</summary>
internal sealed record ServiceFacts(string Name, string Program, bool Files, IReadOnlyList<string> Reads, IReadOnlyDictionary<string, IReadOnlyList<string>> Calls)
{
    public const string Feed = "/backoffice.platform.v1.EventFeedService/ReadEvents";

    public static IReadOnlyList<ServiceFacts> All { get; } =
        [.. Manifest.Read(File.ReadAllText(RepositoryFiles.Path("deploy/chart/files/services.yaml"))).AsObject().Select(e => Of(e.Key, e.Value!))];

    public static IReadOnlyList<ServiceFacts> BehindTheGateway { get; } = [.. All.Where(s => s.Name != "gateway")];

    /// <summary>The rpcs it calls of another service through Dapr.</summary>
    public IReadOnlyList<string> CallsOf(string callee) => [.. Reads.Contains(callee) ? [Feed] : Array.Empty<string>(), .. Calls.GetValueOrDefault(callee) ?? []];

    private static ServiceFacts Of(string name, JsonNode facts) => new(
        name, facts["program"]!.ToString(), facts["files"]?.ToString() == "true", Texts(facts["reads"]),
        (facts["calls"]?.AsObject() ?? []).ToDictionary(c => c.Key, c => Texts(c.Value)));

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(i => i!.ToString())];
}
