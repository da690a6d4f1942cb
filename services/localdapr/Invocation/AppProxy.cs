using Backoffice.LocalDapr.Apps;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Backoffice.LocalDapr.Invocation;

/// <summary>
/// Service invocation: whatever is not Dapr's own API goes to the app named in the metadata, message by message and untouched, so
/// every kind of stream, trailers, deadlines and cancellation pass through.
/// </summary>
internal sealed class AppProxy(App caller, Func<string, App?> find, IHttpForwarder forwarder, HttpMessageInvoker client, ILogger log)
{
    private static readonly ForwarderRequestConfig Configuration = new()
    {
        Version = System.Net.HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,

        // A stream may be silent for as long as it likes; daprd has no such limit either.
        ActivityTimeout = TimeSpan.FromDays(1),
    };

    public async Task ForwardAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        string? target = headers[DaprHeaders.CalleeAppId].FirstOrDefault() ?? headers[DaprHeaders.AppId].FirstOrDefault();
        if (target is null)
        {
            Answer(context, StatusCode.Unknown, $"failed to proxy request: required metadata {DaprHeaders.CalleeAppId} or {DaprHeaders.AppId} not found");
            return;
        }

        var callee = find(target);
        if (callee?.Next() is not { } replica)
        {
            Answer(context, StatusCode.Unavailable, callee is null ? $"no app with the id {target}" : $"no healthy replica of {target}");
            return;
        }

        var transformer = new CallTransformer(caller.AppId, callee.AppToken);
        var fault = await forwarder.SendAsync(context, replica.Address.AbsoluteUri, client, Configuration, transformer, context.RequestAborted);
        if (fault == ForwarderError.None || context.RequestAborted.IsCancellationRequested)
            return;

        log.InvocationFailed(target, fault.ToString());
        if (!context.Response.HasStarted)
            Answer(context, StatusCode.Unavailable, $"{target} cannot be reached");
    }

    /// <summary>A gRPC error without a message is an HTTP success whose headers are the trailers.</summary>
    public static void Answer(HttpContext context, StatusCode code, string message)
    {
        context.Response.Clear();
        context.Response.ContentType = "application/grpc";
        context.Response.Headers.GrpcStatus = ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers.GrpcMessage = Uri.EscapeDataString(message);
    }
}
