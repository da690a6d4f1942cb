using System.Globalization;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Telemetry;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Backoffice.Gateway.Routing;

/// <summary>
/// Tells the metrics of HTTP how a gRPC call ended: HTTP says 200 even where the service behind is away. Of a gRPC-Web answer
/// that a service made the status is inside the body; that service counts it.
/// </summary>
internal sealed class CallStatus(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Features.Get<IHttpMetricsTagsFeature>() is not { } metrics || !context.Request.IsGrpc())
            return;
        var told = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers["grpc-status"].ToString();
        if (string.IsNullOrEmpty(told))
            told = context.Response.Headers["grpc-status"].ToString();
        if (int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Enum.IsDefined((StatusCode)code))
            metrics.Tags.Add(new(Metrics.RpcStatus, RpcStatus.NameOf((StatusCode)code)));
    }
}
