using Backoffice.Gateway.Routing;
using Backoffice.Platform.Contracts;
using Yarp.ReverseProxy.Model;

namespace Backoffice.Gateway.Limits;

/// <summary>Which rpc of the contract a request is for.</summary>
internal static class CallOf
{
    public static RpcContract? Rpc(this HttpContext context, ContractTable contracts) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.TryGetValue(ProxyRoutes.Rpc, out var path) == true ? contracts.Find(path!) : null;
}
