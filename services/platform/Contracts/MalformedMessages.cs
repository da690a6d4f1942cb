using Backoffice.Platform.Errors;
using Backoffice.Platform.Telemetry;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Backoffice.Platform.Contracts;

/// <summary>
/// A message that cannot be read fails before any interceptor sees it, and the server answers UNKNOWN or INTERNAL as if it
/// were its own fault. Every failure of ours carries details; a status without them is the reader's, and is the caller's
/// mistake.
/// </summary>
internal sealed class MalformedMessages(RequestDelegate next, ServiceMetrics metrics, TimeProvider clock)
{
    private static readonly string[] ReadersVerdicts = [((int)StatusCode.Unknown).ToString(), ((int)StatusCode.Internal).ToString()];
    private static readonly Refusal Refusal = PlatformErrors.MalformedRequest();
    private static readonly string Details = Convert.ToBase64String(Refusal.ToStatus().ToByteArray()).TrimEnd('=');

    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        await next(context);
        if (!context.Request.IsGrpc())
            return;
        // A call that failed before its first message is answered by headers alone.
        var trailers = context.Response.HasStarted ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : context.Response.Headers;
        if (trailers is not { IsReadOnly: false } || !ReadersVerdicts.Contains(trailers["grpc-status"].ToString()) || trailers.ContainsKey("grpc-status-details-bin"))
            return;
        trailers["grpc-status"] = ((int)Refusal.Code).ToString();
        trailers["grpc-message"] = Refusal.Message;
        trailers["grpc-status-details-bin"] = Details;
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { } rpc)
            CallMetrics.Count(metrics, rpc.Method.FullName, Refusal.Code, clock.GetElapsedTime(start));
    }
}
