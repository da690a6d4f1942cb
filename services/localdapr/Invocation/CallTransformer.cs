using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Backoffice.LocalDapr.Invocation;

/// <summary>Swaps the tokens: the caller's stays with the runtime, the callee gets its own and learns who calls.</summary>
internal sealed class CallTransformer(string callerAppId, string calleeToken) : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.Headers.Host = null;
        proxyRequest.Headers.Remove(DaprHeaders.Token);
        proxyRequest.Headers.Add(DaprHeaders.Token, calleeToken);
        proxyRequest.Headers.Remove(DaprHeaders.CallerAppId);
        proxyRequest.Headers.Add(DaprHeaders.CallerAppId, callerAppId);
    }
}
