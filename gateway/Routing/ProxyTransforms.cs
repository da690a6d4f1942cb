using Backoffice.Gateway.Sessions;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Backoffice.Gateway.Routing;

/// <summary>What a request loses and gains on its way in, and a refusal on its way out: nothing a client sends can pass for the platform's own headers.</summary>
internal static class ProxyTransforms
{
    private static readonly string[] OnlyInside = ["dapr-api-token", "dapr-app-id", "dapr-caller-app-id", "dapr-callee-app-id"];

    public static void Apply(TransformBuilderContext context)
    {
        context.AddXForwarded(ForwardedTransformActions.Set);
        foreach (var header in OnlyInside)
            context.AddRequestHeaderRemove(header);
        if (context.Route.Metadata?.ContainsKey(ProxyRoutes.Rpc) != true)
            return;
        context.AddResponseTransform(ReadersRefusals.CompleteAsync);
        // Rpcs are called with a token; the cookie is the gateway's own.
        context.AddRequestHeaderRemove("cookie");
        context.AddRequestTransform(async transform =>
        {
            if (!transform.HttpContext.Request.Headers.ContainsKey("authorization") && await SessionSetup.AccessTokenAsync(transform.HttpContext) is { } token)
                transform.ProxyRequest.Headers.TryAddWithoutValidation("authorization", $"Bearer {token}");
        });
    }
}
