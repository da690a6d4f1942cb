using Backoffice.Platform.Errors;
using Microsoft.AspNetCore.Http.Features;
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
            await WriteUnreadableAsync(context, e);
            return;
        }
        if (context.Response.HasStarted)
            return;
        if (context.Features.Get<IForwarderErrorFeature>() is { } error)
            await WriteAsync(context, error);
        else if ((context.GetEndpoint() is null && context.Response.StatusCode is StatusCodes.Status404NotFound) || context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed)
            await RefusalWriter.WriteAsync(context, PlatformErrors.UnknownMethod($"{context.Request.Method} {context.Request.Path}"));
        else if (context.Response.StatusCode is StatusCodes.Status504GatewayTimeout)
            await RefusalWriter.WriteAsync(context, PlatformErrors.Unavailable(ServiceOf(context)), StatusCodes.Status504GatewayTimeout);
    }

    private static Task WriteAsync(HttpContext context, IForwarderErrorFeature error) => error.Error switch
    {
        // The caller has gone; there is nobody to tell.
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled => Task.CompletedTask,
        ForwarderError.RequestBodyClient => WriteUnreadableAsync(context, error.Exception),
        ForwarderError.RequestTimedOut => RefusalWriter.WriteAsync(context, PlatformErrors.Unavailable(ServiceOf(context)), StatusCodes.Status504GatewayTimeout),
        _ => RefusalWriter.WriteAsync(context, PlatformErrors.Unavailable(ServiceOf(context))),
    };

    // A body without a length shows only while it is read that it is too large.
    private static Task WriteUnreadableAsync(HttpContext context, Exception? cause)
    {
        var status = Causes(cause).OfType<BadHttpRequestException>().FirstOrDefault()?.StatusCode ?? StatusCodes.Status400BadRequest;
        var largest = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0;
        return RefusalWriter.WriteAsync(
            context, status == StatusCodes.Status413PayloadTooLarge ? PlatformErrors.RequestTooLarge(largest) : PlatformErrors.MalformedRequest(), status);
    }

    private static IEnumerable<Exception> Causes(Exception? cause) => cause switch
    {
        null => [],
        AggregateException several => several.InnerExceptions.SelectMany(Causes),
        _ => [cause, .. Causes(cause.InnerException)],
    };

    private static string ServiceOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.ClusterId ?? "gateway";
}
