using Backoffice.Platform.Errors;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Backoffice.Gateway.Routing;

/// <summary>Turns what goes wrong at the gateway itself into refusals of the catalogue: no such path, no such service at the moment, too slow, too large.</summary>
internal sealed class Failures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Refusal refusal) when (!context.Response.HasStarted)
        {
            await RefusalWriter.WriteAsync(context, refusal);
            return;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await RefusalWriter.WriteAsync(context, PlatformErrors.MalformedRequest(), e.StatusCode);
            return;
        }
        if (context.Response.HasStarted)
            return;
        if (context.Features.Get<IForwarderErrorFeature>() is { } error)
            await WriteAsync(context, error.Error);
        else if (context.GetEndpoint() is null || context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed)
            await RefusalWriter.WriteAsync(context, PlatformErrors.UnknownMethod($"{context.Request.Method} {context.Request.Path}"));
        else if (context.Response.StatusCode is StatusCodes.Status504GatewayTimeout)
            await RefusalWriter.WriteAsync(context, PlatformErrors.Unavailable(ServiceOf(context)), StatusCodes.Status504GatewayTimeout);
    }

    private static Task WriteAsync(HttpContext context, ForwarderError error) => error switch
    {
        // The caller has gone; there is nobody to tell.
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled => Task.CompletedTask,
        ForwarderError.RequestBodyClient => RefusalWriter.WriteAsync(
            context, PlatformErrors.MalformedRequest(), context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge ? 413 : 400),
        ForwarderError.RequestTimedOut => RefusalWriter.WriteAsync(context, PlatformErrors.Unavailable(ServiceOf(context)), StatusCodes.Status504GatewayTimeout),
        _ => RefusalWriter.WriteAsync(context, PlatformErrors.Unavailable(ServiceOf(context))),
    };

    private static string ServiceOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.ClusterId ?? "gateway";
}
