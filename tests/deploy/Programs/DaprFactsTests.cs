using System.Reflection;
using System.Text.Json.Nodes;
using Backoffice.Deploy.Tests.Chart;
using Backoffice.Options.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Events;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>What the chart and Dapr's files believe of the services is what the programs do.</summary>
public sealed class DaprFactsTests(BuiltServices services)
{
    public static TheoryData<string> Installations { get; } = [.. Helm.Installations];

    [Fact]
    public void Each_service_reads_the_events_the_chart_says()
    {
        ServiceFacts.BehindTheGateway.Select(s => s.Name).ShouldBe(BuiltServices.Names, ignoreOrder: true);
        foreach (var service in ServiceFacts.BehindTheGateway)
            service.Reads.ShouldBe(services.ProducersReadBy(service.Name), ignoreOrder: true, $"reads of {service.Name} in deploy/chart/files/services.yaml");
    }

    [Fact]
    public void Calls_between_services_are_rpcs_for_peers_and_each_of_these_has_its_caller()
    {
        var peers = ContractTable.OfSuite().Rpcs.Where(r => r.Access.Caller == Caller.Peer).Select(r => r.FullName).ToHashSet();
        var called = ServiceFacts.BehindTheGateway.SelectMany(s => ServiceFacts.BehindTheGateway.SelectMany(other => s.CallsOf(other.Name))).ToHashSet();
        called.ShouldBe(peers, ignoreOrder: true);
    }

    [Fact]
    public void Those_that_keep_files_are_given_the_blob_store()
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        foreach (var service in ServiceFacts.BehindTheGateway)
        {
            var takes = BuiltServices.AssemblyOf(service.Name).GetTypes().SelectMany(t => t.GetConstructors(any)).SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(IBlobStore));
            service.Files.ShouldBe(takes, service.Name);
        }
    }

    [Fact]
    public void Topics_are_written_and_read_by_their_own_services_only()
    {
        var events = Manifest.Read(File.ReadAllText(RepositoryFiles.Path("deploy/dapr/components/events.yaml")));
        Scopes(events, "publishingScopes").ShouldBe(Wanted((service, producer) => [Topics.DeadOf(producer, service), Topics.DeadOf(producer, service) + "-2"], s => [Topics.Of(s)]), "publishingScopes in deploy/dapr/components/events.yaml");
        Scopes(events, "subscriptionScopes").ShouldBe(Wanted((service, producer) => [Topics.Of(producer), Topics.DeadOf(producer, service)], _ => []), "subscriptionScopes in deploy/dapr/components/events.yaml");
    }

    [Theory, MemberData(nameof(Installations))]
    public void A_sidecar_lets_in_the_calls_its_service_is_for_and_no_other(string installation)
    {
        foreach (var service in ServiceFacts.BehindTheGateway)
        {
            var access = Manifest.OfInstallation(installation).Single(m => m.Kind == "Configuration" && m.Name == $"backoffice-{service.Name}").Body["spec"]!["accessControl"]!;
            access["defaultAction"]!.ToString().ShouldBe("deny");
            var policies = access["policies"]!.AsArray().Select(p => p!).ToList();
            policies.ShouldAllBe(p => p["defaultAction"]!.ToString() == "deny" && p["namespace"]!.ToString() == "backoffice");
            policies.SelectMany(p => p["operations"]!.AsArray().Select(o => $"{o!["action"]} {p["appId"]} {o["name"]}"))
                .ShouldBe(ServiceFacts.BehindTheGateway.Where(s => s != service).SelectMany(s => s.CallsOf(service.Name).Select(c => $"allow {s.Name} {c}")), ignoreOrder: true, service.Name);
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Components_are_those_of_the_local_runtime_with_the_installations_redis(string installation)
    {
        var rendered = Manifest.OfInstallation(installation).Where(m => m.Kind == "Component").ToDictionary(m => m.Name, m => m.Body);
        foreach (var file in Directory.GetFiles(RepositoryFiles.Path("deploy/dapr/components")))
        {
            var local = Manifest.Read(File.ReadAllText(file));
            var production = rendered[local["metadata"]!["name"]!.ToString()];
            production["scopes"]!.ToJsonString().ShouldBe(local["scopes"]!.ToJsonString());
            var settings = Settings(production);
            foreach (var (name, value) in Settings(local))
                settings[name].ShouldBe(value, $"{file} {name}");
            settings.ShouldNotContainKey("writeTimeout");
            settings.ContainsKey("failover").ShouldBe(installation == "province");
            settings.ContainsKey("sentinelMasterName").ShouldBe(installation == "province");
        }
        rendered.Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Installations))]
    public void A_delivery_is_repeated_before_it_is_a_dead_letter(string installation)
    {
        var spec = Manifest.OfInstallation(installation).Single(m => m.Kind == "Resiliency").Body["spec"]!;
        spec.ToJsonString().ShouldBe(Manifest.Read(File.ReadAllText(RepositoryFiles.Path("deploy/dapr/config/resiliency.yaml")))["spec"]!.ToJsonString());
        spec["policies"]!["retries"]![spec["targets"]!["components"]!["events"]!["inbound"]!["retry"]!.ToString()].ShouldNotBeNull();
    }

    private SortedDictionary<string, string> Wanted(Func<string, string, string[]> ofProducer, Func<string, string[]> own) => new(
        BuiltServices.Names.ToDictionary(s => s, s => string.Join(',', [.. own(s), .. services.ProducersReadBy(s).SelectMany(p => ofProducer(s, p))])), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Scopes(JsonNode component, string name) => new(
        Settings(component)[name].Split(';').Select(s => s.Trim().Split('=')).ToDictionary(s => s[0], s => s[1]), StringComparer.Ordinal);

    private static Dictionary<string, string> Settings(JsonNode component) => component["spec"]!["metadata"]!.AsArray()
        .ToDictionary(m => m!["name"]!.ToString(), m => m!["value"]?.ToString() ?? m["secretKeyRef"]!.ToJsonString());
}
