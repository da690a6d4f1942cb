using Backoffice.Deploy.Tests.Chart;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Machine;

/// <summary>The suite with real Dapr on a laptop. Dapr itself is not run here: what its file says is held against the programs.</summary>
public sealed class LaptopTests
{
    [Fact]
    public void Every_process_is_started_where_the_others_look_for_it()
    {
        var run = Manifest.Read(File.ReadAllText(RepositoryFiles.Path("deploy/laptop/dapr.yaml")));
        var apps = run["apps"]!.AsArray().ToDictionary(a => a!["appID"]!.ToString(), a => a!);
        apps.Keys.ShouldBe(ServiceFacts.All.Select(s => s.Name), ignoreOrder: true);
        var door = apps["gateway"]["env"]!;
        foreach (var service in ServiceFacts.All)
        {
            var app = apps[service.Name];
            Path.GetFileName(app["command"]![0]!.ToString()).ShouldBe(service.Program);
            if (service.Name == "gateway")
                continue;
            app["env"]!["Backoffice__GrpcUrl"]!.ToString().ShouldBe($"http://127.0.0.1:{app["appPort"]}");
            door[$"Gateway__Services__{service.Name}"]!.ToString().ShouldBe($"http://127.0.0.1:{app["appPort"]}");
        }
        run["common"]!["env"]!["Backoffice__JwksUrl"]!.ToString().ShouldBe(apps["identity"]["env"]!["Backoffice__OpsUrl"] + "/.well-known/jwks");
        var ports = apps.Values.SelectMany(a => a["env"]!.AsObject()).Where(v => v.Key is "Backoffice__GrpcUrl" or "Backoffice__OpsUrl").Select(v => v.Value!.ToString()).ToList();
        ports.ShouldBeUnique();
    }

    [Theory]
    [InlineData("components/shared.yaml", "shared.yaml")]
    [InlineData("components/locks.yaml", "locks.yaml")]
    [InlineData("components/events.yaml", "events.yaml")]
    [InlineData("config/resiliency.yaml", "resiliency.yaml")]
    public void Resources_are_those_of_production_but_for_the_redis(string production, string laptop)
    {
        var (ours, its) = (Entries($"deploy/dapr/{production}"), Entries($"deploy/laptop/resources/{laptop}"));
        its.Except(ours).ShouldBe(laptop == "resiliency.yaml" ? [] : ["""{"name":"redisHost","value":"localhost:6379"}"""]);
        ours.Except(its).ShouldAllBe(e => e.Contains("secretKeyRef"));
    }

    /// <summary>The settings of a component one by one, and all else as one text.</summary>
    private static List<string> Entries(string file)
    {
        var resource = Manifest.Read(File.ReadAllText(RepositoryFiles.Path(file)));
        var settings = resource["spec"]!["metadata"]?.AsArray().Select(m => m!.ToJsonString()).ToList() ?? [];
        resource["spec"]!.AsObject().Remove("metadata");
        return [.. settings, resource.ToJsonString()];
    }
}
