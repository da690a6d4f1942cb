using k8s.Models;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>What may be reached: nothing but the ways the services use.</summary>
public sealed class NetworkTests
{
    private const int Rpcs = 8080;
    private const int Ops = 8090;
    private const int Sidecar = 50002;

    public static TheoryData<string> Installations { get; } = [.. Helm.Installations];

    [Theory, MemberData(nameof(Installations))]
    public void Without_a_way_of_its_own_nothing_is_reached(string installation)
    {
        var deny = Policy(installation, "deny").Spec;
        deny.PodSelector.MatchLabels.ShouldBe(new Dictionary<string, string> { ["app.kubernetes.io/part-of"] = "backoffice" });
        deny.PolicyTypes.ShouldBe(["Ingress", "Egress"]);
        (deny.Ingress, deny.Egress).ShouldBe((null, null));
        // A rule without peers or without ports would open everything.
        foreach (var policy in Manifest.All<V1NetworkPolicy>(installation).Select(p => p.Spec))
        {
            (policy.Ingress ?? []).ShouldAllBe(r => r.FromProperty.Count > 0 && r.Ports.Count > 0);
            (policy.Egress ?? []).ShouldAllBe(r => r.To.Count > 0 && r.Ports.Count > 0);
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Into_a_service_lead_the_gateway_and_the_sidecars_of_those_that_call_it(string installation)
    {
        foreach (var service in ServiceFacts.BehindTheGateway)
        {
            var callers = ServiceFacts.BehindTheGateway.Where(s => s != service && s.CallsOf(service.Name).Count > 0).Select(s => s.Name);
            Into(installation, service.Name, Rpcs).ShouldBe(["gateway"], service.Name);
            Into(installation, service.Name, Sidecar).ShouldBe(callers, ignoreOrder: true, service.Name);
            // Everybody reads the issuer's keys; nobody of the suite has anything else to do at a port for operators.
            Into(installation, service.Name, Ops).ShouldBe(service.Name == "identity" ? ["*"] : Array.Empty<string>(), ignoreOrder: true, service.Name);
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Every_way_out_ends_where_one_leads_in(string installation)
    {
        foreach (var service in ServiceFacts.All)
        {
            var calls = ServiceFacts.BehindTheGateway.Where(s => s != service && service.CallsOf(s.Name).Count > 0).Select(s => s.Name);
            OutOf(installation, service.Name, Sidecar).ShouldBe(calls, ignoreOrder: true, service.Name);
            OutOf(installation, service.Name, Rpcs).ShouldBe(service.Name == "gateway" ? ServiceFacts.BehindTheGateway.Select(s => s.Name) : [], ignoreOrder: true, service.Name);
            OutOf(installation, service.Name, Ops).ShouldBe(service.Name == "identity" ? Array.Empty<string>() : ["identity"], ignoreOrder: true, service.Name);
            foreach (var (port, target) in new[] { Rpcs, Sidecar, Ops }.SelectMany(p => OutOf(installation, service.Name, p).Select(t => (p, t))))
                Into(installation, target, port).ShouldContain(from => from == service.Name || from == "*", $"{service.Name} to {target} at {port}");
        }
    }

    [Theory, MemberData(nameof(Installations))]
    public void Records_and_files_are_reached_by_those_that_keep_some(string installation)
    {
        const int postgres = 5432;
        foreach (var service in ServiceFacts.All)
        {
            var ports = Policy(installation, service.Name).Spec.Egress.SelectMany(r => r.Ports).Select(p => p.Port.Value).ToList();
            ports.Contains($"{postgres}").ShouldBe(service.Name != "gateway", service.Name);
            ports.ShouldContain("6379", service.Name);
            var blobs = installation == "bureau" ? "9000" : "443";
            ports.Contains(blobs).ShouldBe(service.Files, service.Name);
        }
        Policy(installation, "migrations").Spec.Egress.SelectMany(r => r.Ports).Select(p => p.Port.Value).Distinct().ShouldBe(["53", $"{postgres}"]);
    }

    private static V1NetworkPolicy Policy(string installation, string name) => Manifest.All<V1NetworkPolicy>(installation).Single(p => p.Metadata.Name == $"backoffice-{name}");

    /// <summary>Services of the suite that reach a port of another; `*` for all of them.</summary>
    private static List<string> Into(string installation, string service, int port) =>
        [.. Policy(installation, service).Spec.Ingress.Where(r => r.Ports.Any(p => p.Port.Value == $"{port}")).SelectMany(r => r.FromProperty).SelectMany(Name)];

    private static List<string> OutOf(string installation, string service, int port) =>
        [.. Policy(installation, service).Spec.Egress.Where(r => r.Ports.Any(p => p.Port.Value == $"{port}")).SelectMany(r => r.To).SelectMany(Name)];

    private static IEnumerable<string> Name(V1NetworkPolicyPeer peer) => peer is { NamespaceSelector: null, IpBlock: null } && peer.PodSelector.MatchLabels.ContainsKey("app.kubernetes.io/part-of")
        ? [peer.PodSelector.MatchLabels.TryGetValue("app.kubernetes.io/name", out var name) ? name : "*"]
        : [];
}
