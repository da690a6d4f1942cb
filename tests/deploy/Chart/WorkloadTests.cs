using k8s.Models;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>What the objects say of each other is so, and no container may more than it needs.</summary>
public sealed class WorkloadTests
{
    public static TheoryData<string> Installations { get; } = [.. Helm.Installations];

    [Theory, MemberData(nameof(Installations))]
    public void Every_service_leads_to_a_port_of_its_pods(string installation)
    {
        foreach (var service in Manifest.All<V1Service>(installation))
        {
            var pods = Deployments(installation).Where(d => Selects(service.Spec.Selector, d.Spec.Template.Metadata.Labels)).ToList();
            var container = pods.ShouldHaveSingleItem(service.Metadata.Name).Spec.Template.Spec.Containers.Single();
            foreach (var port in service.Spec.Ports)
                container.Ports.Single(p => p.Name == port.TargetPort.Value).ContainerPort.ShouldBe(port.Port, $"{service.Metadata.Name} {port.Name}");
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Ports_are_those_the_process_is_told_to_listen_on(string installation)
    {
        foreach (var container in Containers(installation))
        {
            var told = container.Env.Where(e => e.Name is "Backoffice__GrpcUrl" or "Backoffice__OpsUrl" or "Gateway__HttpUrl" or "Gateway__GrpcUrl").Select(e => new Uri(e.Value).Port);
            container.Ports.Select(p => p.ContainerPort).ShouldBe(told, ignoreOrder: true, container.Name);
            var ops = new Uri(container.Env.Single(e => e.Name == "Backoffice__OpsUrl").Value).Port;
            foreach (var probe in new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe })
                container.Ports.Single(p => p.Name == probe.HttpGet.Port.Value).ContainerPort.ShouldBe(ops, container.Name);
            container.LivenessProbe.HttpGet.Path.ShouldBe("/healthz");
            container.ReadinessProbe.HttpGet.Path.ShouldBe("/readyz");
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Sidecars_speak_to_the_port_the_service_serves_rpcs_on(string installation)
    {
        foreach (var deployment in Deployments(installation))
        {
            var (template, container) = (deployment.Spec.Template, deployment.Spec.Template.Spec.Containers.Single());
            var annotations = template.Metadata.Annotations;
            if (container.Name == "gateway")
            {
                annotations.Keys.ShouldAllBe(k => !k.StartsWith("dapr.io/"));
                continue;
            }
            annotations["dapr.io/app-id"].ShouldBe(container.Name);
            annotations["dapr.io/app-port"].ShouldBe($"{container.Ports.Single(p => p.Name == "grpc").ContainerPort}");
            annotations["dapr.io/app-protocol"].ShouldBe("grpc");
            annotations["dapr.io/enable-app-health-check"].ShouldBe("true");
            Manifest.OfInstallation(installation).ShouldContain(m => m.Kind == "Configuration" && m.Name == annotations["dapr.io/config"]);
            SecretOf(container, "DAPR_API_TOKEN").ShouldBe((annotations["dapr.io/api-token-secret"], "token"));
            SecretOf(container, "APP_API_TOKEN").ShouldBe((annotations["dapr.io/app-token-secret"], "token"));
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void What_scales_guards_or_names_a_deployment_names_one_that_exists(string installation)
    {
        var deployments = Deployments(installation);
        Manifest.All<V2HorizontalPodAutoscaler>(installation).ShouldAllBe(h => deployments.Any(d => d.Metadata.Name == h.Spec.ScaleTargetRef.Name && d.Spec.Replicas == null));
        Manifest.All<V1PodDisruptionBudget>(installation).ShouldAllBe(b => deployments.Count(d => Selects(b.Spec.Selector.MatchLabels, d.Spec.Template.Metadata.Labels)) == 1);
        var accounts = Manifest.All<V1ServiceAccount>(installation).Select(a => a.Metadata.Name).ToList();
        deployments.ShouldAllBe(d => accounts.Contains(d.Spec.Template.Spec.ServiceAccountName));
        var doors = Manifest.All<V1Service>(installation).Single(s => s.Metadata.Name == "backoffice-gateway").Spec.Ports.Select(p => p.Name);
        foreach (var backend in Manifest.All<V1Ingress>(installation).SelectMany(i => i.Spec.Rules).SelectMany(r => r.Http.Paths).Select(p => p.Backend.Service))
            (backend.Name == "backoffice-gateway" && doors.Contains(backend.Port.Name)).ShouldBeTrue(backend.Port.Name);
    }

    [Fact]
    public void A_province_keeps_a_replica_of_everything_through_a_drained_node()
    {
        Manifest.All<V1PodDisruptionBudget>("province").Count.ShouldBe(7);
        Manifest.All<V2HorizontalPodAutoscaler>("province").ShouldAllBe(h => h.Spec.MinReplicas >= 2);
        Manifest.All<V1PodDisruptionBudget>("bureau").ShouldBeEmpty("a budget over one replica only keeps the node from being drained");
    }

    [Theory, MemberData(nameof(Installations))]
    public void No_process_may_more_than_it_needs(string installation)
    {
        foreach (var pod in Pods(installation))
        {
            pod.AutomountServiceAccountToken.ShouldBe(false);
            (pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.SeccompProfile.Type).ShouldBe((true, "RuntimeDefault"));
            foreach (var container in pod.Containers)
            {
                container.SecurityContext.AllowPrivilegeEscalation.ShouldBe(false, container.Name);
                container.SecurityContext.ReadOnlyRootFilesystem.ShouldBe(true, container.Name);
                container.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"], container.Name);
                container.Resources.Limits.Keys.ShouldContain("memory", container.Name);
                container.Resources.Requests.Keys.ShouldBe(["cpu", "memory"], ignoreOrder: true, container.Name);
                container.VolumeMounts.Select(m => m.Name).ShouldBe(pod.Volumes.Select(v => v.Name), ignoreOrder: true, container.Name);
                // What is written goes where it can be: the root file system is read-only.
                foreach (var folder in container.Env.Where(e => e.Name == "Backoffice__DataFolder"))
                    container.VolumeMounts.ShouldContain(m => folder.Value.StartsWith(m.MountPath + "/") && m.ReadOnlyProperty != true);
                foreach (var file in container.Env.Where(e => e.Name.EndsWith("File", StringComparison.Ordinal)))
                    container.VolumeMounts.ShouldContain(m => file.Value.StartsWith(m.MountPath + "/") && m.ReadOnlyProperty == true);
            }
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Each_store_is_migrated_by_its_own_service_before_the_new_replicas(string installation)
    {
        var jobs = Manifest.All<V1Job>(installation);
        jobs.Select(j => j.Metadata.Labels["app.kubernetes.io/name"]).ShouldBe(ServiceFacts.BehindTheGateway.Select(s => s.Name), ignoreOrder: true);
        foreach (var job in jobs)
        {
            job.Metadata.Annotations["helm.sh/hook"].ShouldBe("pre-install,pre-upgrade");
            var service = ServiceFacts.All.Single(s => s.Name == job.Metadata.Labels["app.kubernetes.io/name"]);
            var container = job.Spec.Template.Spec.Containers.Single();
            container.Command.ShouldBe([$"./{service.Program}", "migrate"]);
            SecretOf(container, "Backoffice__ConnectionString").Key.ShouldBe(service.Name);
            // Labels of a job's pod must not make it a target of the service.
            Manifest.All<V1Service>(installation).ShouldAllBe(s => !Selects(s.Spec.Selector, job.Spec.Template.Metadata.Labels));
        }
    }

    private static IReadOnlyList<V1Deployment> Deployments(string installation) => Manifest.All<V1Deployment>(installation);

    private static IEnumerable<V1Container> Containers(string installation) => Deployments(installation).SelectMany(d => d.Spec.Template.Spec.Containers);

    private static IEnumerable<V1PodSpec> Pods(string installation) => Deployments(installation).Select(d => d.Spec.Template.Spec).Concat(Manifest.All<V1Job>(installation).Select(j => j.Spec.Template.Spec));

    private static bool Selects(IDictionary<string, string> selector, IDictionary<string, string> labels) => selector.All(s => labels.TryGetValue(s.Key, out var value) && value == s.Value);

    private static (string Name, string Key) SecretOf(V1Container container, string variable)
    {
        var from = container.Env.Single(e => e.Name == variable).ValueFrom.SecretKeyRef;
        return (from.Name, from.Key);
    }
}
