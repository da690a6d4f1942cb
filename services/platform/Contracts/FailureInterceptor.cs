using System.Diagnostics;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Platform.Contracts;

/// <summary>
/// The one funnel for failure: a refusal becomes its status, a lost race ABORTED, an absent store UNAVAILABLE, the caller's
/// own cancellation stays one, and anything else is a bug: logged once, answered with nothing but the trace id.
/// </summary>
internal sealed class FailureInterceptor(ILogger<FailureInterceptor> logger, TimeProvider clock) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var start = clock.GetTimestamp();
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context, start);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var start = clock.GetTimestamp();
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context, start);
        }
    }

    private RpcException Translate(Exception failure, ServerCallContext context, long start)
    {
        if (context.CancellationToken.IsCancellationRequested && failure is OperationCanceledException)
            return new RpcException(new Status(context.Deadline < clock.GetUtcNow() ? StatusCode.DeadlineExceeded : StatusCode.Cancelled, ""));
        if (RefusalOf(failure) is not { } refusal)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? "";
            PlatformLog.CallFailed(logger, context.Method, trace, failure);
            return PlatformErrors.Internal(trace).ToRpcException();
        }
        PlatformLog.CallRefused(logger, context.Method, refusal.Reason, clock.GetElapsedTime(start).TotalMilliseconds);
        Activity.Current?.SetTag("backoffice.reason", refusal.Reason);
        return refusal.ToRpcException();
    }

    private static Refusal? RefusalOf(Exception failure) => failure switch
    {
        Refusal refusal => refusal,
        IssuerUnreachableException => PlatformErrors.Unavailable("issuer"),
        _ => StoreFailure.Of(failure) switch
        {
            StoreVerdict.Conflict => PlatformErrors.Conflict(),
            StoreVerdict.Unavailable => PlatformErrors.Unavailable("store"),
            _ => null,
        },
    };
}
