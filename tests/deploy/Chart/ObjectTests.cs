using System.Text.RegularExpressions;
using Backoffice.Testing;
using k8s.Models;
using Shouldly;
using Xunit;
using YamlDotNet.Core;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>Every object is one that Kubernetes and Dapr know, field for field.</summary>
public sealed partial class ObjectTests
{
    /// <summary>Readers by kind: all of Kubernetes' own that the chart has.</summary>
    private static readonly Dictionary<string, Func<Manifest, object>> Known = new()
    {
        ["Deployment"] = m => m.As<V1Deployment>(),
        ["HorizontalPodAutoscaler"] = m => m.As<V2HorizontalPodAutoscaler>(),
        ["Ingress"] = m => m.As<V1Ingress>(),
        ["Job"] = m => m.As<V1Job>(),
        ["NetworkPolicy"] = m => m.As<V1NetworkPolicy>(),
        ["PodDisruptionBudget"] = m => m.As<V1PodDisruptionBudget>(),
        ["Service"] = m => m.As<V1Service>(),
        ["ServiceAccount"] = m => m.As<V1ServiceAccount>(),
    };

    /// <summary>Dapr's kinds with the fields the suite uses of them; its own client knows none of them.</summary>
    private static readonly Dictionary<string, string> OfDapr = new()
    {
        ["Component"] = @"scopes\[\]|spec\.(type|version|metadata\[\]\.(name|value|secretKeyRef\.(name|key)))",
        ["Configuration"] =
            @"spec\.(tracing\.(samplingRate|otel\.(endpointAddress|isSecure|protocol))|metrics\.enabled|mtls\.(enabled|workloadCertTTL|allowedClockSkew)" +
            @"|accessControl\.(defaultAction|trustDomain|policies|policies\[\]\.(appId|defaultAction|trustDomain|namespace|operations\[\]\.(name|action|httpVerb\[\]))))",
        ["Resiliency"] = @"scopes\[\]|spec\.(policies\.retries\.\w+\.(policy|duration|maxRetries|matching\.gRPCStatusCodes)|targets\.(components\.\w+\.inbound\.retry|apps\.\w+\.retry))",
    };

    public static TheoryData<string> Installations { get; } = [.. Helm.Installations];

    [Theory, MemberData(nameof(Installations))]
    public void Every_object_is_read_strictly_by_the_official_client(string installation)
    {
        var manifests = Manifest.OfInstallation(installation);
        manifests.Count.ShouldBeGreaterThan(40);
        foreach (var manifest in manifests.Where(m => !OfDapr.ContainsKey(m.Kind)))
            Should.NotThrow(() => Known[manifest.Kind](manifest), $"{manifest.Kind} {manifest.Name}");
    }

    [Fact]
    public void A_field_that_nobody_knows_is_found()
    {
        var deployment = Manifest.OfInstallation("bureau").First(m => m.Kind == "Deployment");
        Should.Throw<YamlException>(() => (deployment with { Text = deployment.Text.Replace("revisionHistoryLimit", "revisionHistoryLimits", StringComparison.Ordinal) }).As<V1Deployment>());
    }

    [Theory, MemberData(nameof(Installations))]
    public void Every_object_of_dapr_has_known_fields_only(string installation)
    {
        var manifests = Manifest.OfInstallation(installation).Where(m => OfDapr.ContainsKey(m.Kind)).ToList();
        manifests.Count.ShouldBe(10);
        foreach (var manifest in manifests)
        {
            manifest.Body["apiVersion"]!.ToString().ShouldBe("dapr.io/v1alpha1");
            var known = new Regex($@"^(apiVersion|kind|metadata\.(name|namespace)|{OfDapr[manifest.Kind]})$");
            Manifest.Paths(manifest.Body).Where(p => !known.IsMatch(p)).ShouldBeEmpty($"{manifest.Kind} {manifest.Name}");
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void No_secret_stands_in_a_manifest(string installation)
    {
        var manifests = Manifest.OfInstallation(installation);
        manifests.Select(m => m.Kind).ShouldNotContain("Secret");
        var secret = new Regex("(password|secret|token|accesskey|connectionstring)$", RegexOptions.IgnoreCase);
        manifests.SelectMany(m => Variables().Matches(m.Text)).Where(v => secret.IsMatch(v.Groups[1].Value)).Select(v => v.Value).ShouldBeEmpty();
        manifests.SelectMany(m => Credentials().Matches(m.Text)).Select(v => v.Value).ShouldBeEmpty();
        Variables().Match("{name: DAPR_API_TOKEN, value: abc}").Groups[1].Value.ShouldBe("DAPR_API_TOKEN");
    }

    [Theory, MemberData(nameof(Installations))]
    public async Task Kubectl_reads_them(string installation)
    {
        Assert.SkipUnless(SystemCommand.Find("kubectl") is not null, "kubectl is not on PATH");
        var folder = Directory.CreateTempSubdirectory("backoffice-deploy-");
        try
        {
            // Without a server kubectl checks no schema; it reads every object and tells two of one name apart.
            File.Copy(Testing.RepositoryFiles.Path($"deploy/rendered/{installation}.yaml"), Path.Combine(folder.FullName, "rendered.yaml"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "kustomization.yaml"), "resources: [rendered.yaml]\n", TestContext.Current.CancellationToken);
            var read = await SystemCommand.RunAsync("kubectl", "kustomize", folder.FullName);
            read.ExitCode.ShouldBe(0, read.All);
            Manifest.Of(read.Output).Count.ShouldBe(Manifest.OfInstallation(installation).Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"name: (\w+),? *\n? *value:.*")]
    private static partial Regex Variables();

    [GeneratedRegex(@"(?i)(password|pwd)=\S+|-----BEGIN|://[^/\s:]+:[^/\s@]+@")]
    private static partial Regex Credentials();
}
