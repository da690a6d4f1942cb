using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Backoffice.Deploy.Tests.Chart;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Machine;

/// <summary>The suite in containers on one machine.</summary>
public sealed partial class ComposeTests
{
    private static readonly JsonNode Composition = Manifest.Read(File.ReadAllText(RepositoryFiles.Path("deploy/compose.yaml")));

    [Fact]
    public void What_a_service_names_is_declared()
    {
        foreach (var (name, service) in Composition["services"]!.AsObject())
        {
            Texts(service!, "secrets").ShouldAllBe(s => Composition["secrets"]!.AsObject().ContainsKey(s), name);
            Texts(service!, "networks").ShouldAllBe(n => Composition["networks"]!.AsObject().ContainsKey(n), name);
            Texts(service!, "volumes").Select(v => v.Split(':')[0]).ShouldAllBe(v => Composition["volumes"]!.AsObject().ContainsKey(v), name);
            (service!["depends_on"]?.AsObject() ?? []).ShouldAllBe(d => Composition["services"]!.AsObject().ContainsKey(d.Key) && Composition["services"]![d.Key]!["healthcheck"] != null);
        }
    }

    [Fact]
    public void Only_the_suite_is_reached_from_outside()
    {
        var services = Composition["services"]!.AsObject();
        services.Where(s => s.Value!["ports"] is not null).Select(s => s.Key).ShouldBe(["backoffice"]);
        services.Where(s => Texts(s.Value!, "networks").Contains("outside")).Select(s => s.Key).ShouldBe(["backoffice"]);
        Composition["networks"]!["inside"]!["internal"]!.ToString().ShouldBe("true");
        var suite = services["backoffice"]!;
        (suite["read_only"]!.ToString(), suite["cap_drop"]![0]!.ToString(), suite["security_opt"]![0]!.ToString()).ShouldBe(("true", "ALL", "no-new-privileges:true"));
        // A password in the file would be in every copy of it.
        Password().Matches(Composition.ToJsonString()).Select(m => m.Value).ShouldAllBe(m => m.Contains('…') || m.Contains("\\u2026"));
    }

    [Fact]
    public async Task The_suite_is_told_with_options_that_it_has()
    {
        var suite = Composition["services"]!["backoffice"]!;
        var help = (await SystemCommand.RunAsync(Path.Combine(AppContext.BaseDirectory, "backoffice"), "up", "--help")).Output;
        var command = Texts(suite, "command").ToList();
        command[..2].ShouldBe(["./backoffice", "up"]);
        command.Where(a => a.StartsWith("--", StringComparison.Ordinal)).ShouldAllBe(o => help.Contains(o));
        suite["environment"]!.AsObject().ShouldAllBe(v => help.Contains(v.Key) || v.Key == "BACKOFFICE_DATA");
        foreach (var port in Texts(suite, "ports").Select(p => p.Split(':')[1]))
            command.ShouldContain(port);
    }

    [Fact]
    public async Task Compose_reads_it()
    {
        Assert.SkipUnless(SystemCommand.Find("docker") is { } docker && (await SystemCommand.RunAsync(docker, "compose", "version")).ExitCode == 0, "docker compose is not there");
        var start = new ProcessStartInfo("docker", ["compose", "-f", RepositoryFiles.Path("deploy/compose.yaml"), "config", "--quiet"]);
        foreach (var name in new[] { "POSTGRES_IMAGE", "REDIS_IMAGE", "BACKOFFICE_IMAGE", "BACKOFFICE_PUBLIC_URL", "BACKOFFICE_POSTGRES" })
            start.Environment[name] = "x";
        var read = await SystemCommand.RunAsync(start);
        read.ExitCode.ShouldBe(0, read.All);
    }

    private static IEnumerable<string> Texts(JsonNode map, string key) => (map[key]?.AsArray() ?? []).Select(i => i!.ToString());

    [GeneratedRegex(@"Password=(\\u2026|[^}""]+)")]
    private static partial Regex Password();
}
