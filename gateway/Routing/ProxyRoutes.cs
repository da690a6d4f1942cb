using Backoffice.Platform.Contracts;
using Google.Api;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Backoffice.Gateway.Routing;

/// <summary>One route for each rpc and each of its HTTP paths, made from the contract: what is not in the contract cannot be reached.</summary>
internal sealed record ProxyRoutes(IReadOnlyList<RouteConfig> Routes, IReadOnlyList<ClusterConfig> Clusters)
{
    /// <summary>Metadata of a route that leads to an rpc: its path.</summary>
    public const string Rpc = "rpc";

    private const string Identity = "identity";

    /// <summary>Server streams may be silent for long; gRPC's own keep-alive watches the connection.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    public static ProxyRoutes Of(ContractTable contracts, GatewayOptions options)
    {
        var timeout = TimeSpan.FromSeconds(options.JsonTimeoutSeconds);
        var routes = contracts.Rpcs.Where(r => r.Http is not null).SelectMany(r => OfRpc(r, options.Services.Keys, timeout)).ToList();
        if (options.Services.ContainsKey(Identity))
            routes.AddRange(OfIssuer());
        return new ProxyRoutes([.. routes.Where(r => options.Services.ContainsKey(r.ClusterId!))], [.. options.Services.Select(s => Cluster(s.Key, s.Value))]);
    }

    private static IEnumerable<RouteConfig> OfRpc(RpcContract rpc, ICollection<string> services, TimeSpan timeout)
    {
        var owner = rpc.Method.File.Package.Split('.')[1];
        // A ledger that every service keeps is served by every service: the name in the path says by which.
        var targets = owner == "platform" ? services : [owner];
        foreach (var service in targets)
        {
            yield return new RouteConfig
            {
                RouteId = $"{service}:{rpc.Name}",
                ClusterId = service,
                Metadata = new Dictionary<string, string> { [Rpc] = rpc.FullName },
                Match = new RouteMatch
                {
                    Path = rpc.FullName,
                    Methods = ["POST"],
                    Headers = targets.Count == 1 ? null : [new RouteHeader { Name = "backoffice-service", Values = [service], Mode = HeaderMatchMode.ExactHeader }],
                },
            };
            foreach (var (method, path) in HttpPaths.Of(rpc.Http!))
                yield return OfPath(rpc, service, method, HttpPaths.ToTemplate(path, owner == "platform" ? service : null), timeout);
        }
    }

    private static RouteConfig OfPath(RpcContract rpc, string service, string method, string template, TimeSpan timeout) => new()
    {
        RouteId = $"{service}:{method} {template}",
        ClusterId = service,
        Metadata = new Dictionary<string, string> { [Rpc] = rpc.FullName },
        Timeout = rpc.Method.IsServerStreaming ? null : timeout,
        Match = new RouteMatch { Path = template, Methods = [method] },
    };

    // The issuer's own protocol and pages are no rpcs.
    private static IEnumerable<RouteConfig> OfIssuer() => new[] { "connect", ".well-known", "account" }.Select(folder => new RouteConfig
    {
        RouteId = $"{Identity}:/{folder}",
        ClusterId = Identity,
        Match = new RouteMatch { Path = $"/{folder}/{{**rest}}" },
    });

    private static ClusterConfig Cluster(string service, string addresses) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = "PowerOfTwoChoices",
        HttpRequest = new ForwarderRequestConfig
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = Silence,
        },
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
        Destinations = addresses.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((address, i) => (Key: $"{service}-{i}", Address: address)).ToDictionary(d => d.Key, d => new DestinationConfig { Address = d.Address }),
    };
}
