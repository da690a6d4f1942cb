using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>The chart, rendered by helm itself.</summary>
public sealed partial class RenderingTests
{
    public static TheoryData<string> Installations { get; } = [.. Helm.Installations];

    [Theory, MemberData(nameof(Installations))]
    public async Task The_rendered_manifests_are_those_in_the_repository(string installation)
    {
        Assert.SkipUnless(Helm.Program is not null, Helm.Missing);
        var rendered = await Helm.TemplateAsync(Helm.Program!, installation);
        rendered.ExitCode.ShouldBe(0, rendered.All);
        Snapshot.Match($"deploy/rendered/{installation}.yaml", rendered.Output);
    }

    [Theory, MemberData(nameof(Installations))]
    public async Task The_helm_on_the_path_makes_the_same_objects(string installation)
    {
        Assert.SkipUnless(Helm.OnPath is not null, "helm is not on PATH");
        var rendered = await Helm.TemplateAsync(Helm.OnPath!, installation);
        rendered.ExitCode.ShouldBe(0, rendered.All);
        Manifest.Of(rendered.Output).Select(m => m.Body.ToJsonString()).ShouldBe(Manifest.OfInstallation(installation).Select(m => m.Body.ToJsonString()), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Installations))]
    public async Task Helm_finds_nothing_to_warn_of(string installation)
    {
        Assert.SkipUnless(Helm.Program is not null, Helm.Missing);
        var lint = await SystemCommand.RunAsync(Helm.Program!, "lint", RepositoryFiles.Path("deploy/chart"), "--strict", "--values", Helm.ValuesOf(installation));
        lint.ExitCode.ShouldBe(0, lint.All);
        lint.All.ShouldNotContain("[WARNING]");
    }

    [Theory]
    [InlineData("a misspelt value", "image.digets=x")]
    [InlineData("a misspelt service", "services.documents.replicas=2")]
    [InlineData("an address without TLS", "publicUrl=http://office.example/")]
    [InlineData("an address with a path", "publicUrl=https://office.example/office/")]
    [InlineData("a tag that moves", "image.tag=latest")]
    [InlineData("no image", "image.repository=")]
    [InlineData("text for a number", "defaults.replicas=two")]
    [InlineData("no replica", "services.meeting.replicas=0")]
    [InlineData("nobody who ends TLS", "gateway.tlsSecret=,gateway.trustedProxies=null")]
    [InlineData("nobody who may connect", "gateway.peers=null")]
    [InlineData("no way to the records", "postgres.peers=null")]
    [InlineData("an ingress without a certificate", "ingress.enabled=true,ingress.tlsSecret=")]
    [InlineData("a setting that is none", "services.document.settings.organ=x")]
    [InlineData("a secret by value", "services.identity.secretSettings.Identity__Clients__0__Secret=plain")]
    public async Task The_schema_refuses_wrong_values(string what, string values)
    {
        Assert.SkipUnless(Helm.Program is not null, Helm.Missing);
        var refused = await Helm.TemplateAsync(Helm.Program!, "bureau", "--set", values);
        refused.ExitCode.ShouldNotBe(0, what);
        refused.Errors.ShouldContain("values don't meet the specifications of the schema", customMessage: what);
    }

    [Fact]
    public void Every_value_is_used()
    {
        var templates = string.Concat(Directory.GetFiles(RepositoryFiles.Path("deploy/chart/templates")).Select(File.ReadAllText));
        Unused(Values(), templates).ShouldBeEmpty("in values.yaml, but in no template");
        Unused(["redis.colour"], templates).ShouldBe(["redis.colour"]);
    }

    [Fact]
    public void Every_value_that_a_template_names_has_a_default()
    {
        var given = Values().ToList();
        var named = Directory.GetFiles(RepositoryFiles.Path("deploy/chart/templates")).Select(File.ReadAllText)
            .SelectMany(t => Use().Matches(t)).Select(m => m.Groups[1].Value).ToHashSet();
        named.Count.ShouldBeGreaterThan(20);
        named.Where(n => n != "services" && !given.Any(g => g == n || g.StartsWith(n + ".", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    // What `services` may say is what `defaults` says.
    private static IEnumerable<string> Values() => Manifest.Paths(Manifest.Read(File.ReadAllText(RepositoryFiles.Path("deploy/chart/values.yaml"))))
        .Select(p => p.Replace("[]", "", StringComparison.Ordinal)).Where(p => !p.StartsWith("services.", StringComparison.Ordinal)).Distinct();

    // A map may be taken as a whole: its own name is then what the template says.
    private static List<string> Unused(IEnumerable<string> values, string templates) =>
        [.. values.Where(v => (v.Contains('.', StringComparison.Ordinal) ? v.Split('.').Skip(1) : [v]).All(word => !Regex.IsMatch(templates, $@"\.{word}\b")))];

    [GeneratedRegex(@"(?:\.Values|\$values)\.([a-zA-Z]+(?:\.[a-zA-Z]+)*)")]
    private static partial Regex Use();
}
