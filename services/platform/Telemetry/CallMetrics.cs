using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Platform.Telemetry;

/// <summary>
/// Counts each rpc by how it ended. HTTP says 200 of every gRPC call, refused or not; this is outermost, so that it sees the
/// status the caller gets, alike for gRPC, gRPC-Web and JSON.
/// </summary>
internal sealed class CallMetrics(ServiceMetrics metrics, TimeProvider clock) : Interceptor
{
    private static readonly KeyValuePair<string, object?> Grpc = new(Metrics.RpcSystem, "grpc");

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        CountedAsync(context, () => continuation(request, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        CountedAsync(context, async () =>
        {
            await continuation(request, responseStream, context);
            return true;
        });

    /// <summary>Records one call; one that ended before any interceptor saw it as well.</summary>
    internal static void Count(ServiceMetrics metrics, string method, StatusCode code, TimeSpan took) =>
        metrics.Calls.Record(took.TotalSeconds, Grpc, new(Metrics.RpcMethod, method.TrimStart('/')), new(Metrics.RpcStatus, RpcStatus.NameOf(code)));

    private async Task<TResult> CountedAsync<TResult>(ServerCallContext context, Func<Task<TResult>> call)
    {
        var start = clock.GetTimestamp();
        var code = StatusCode.Unknown;
        try
        {
            var result = await call();
            code = context.Status.StatusCode;
            return result;
        }
        catch (RpcException e)
        {
            code = e.StatusCode;
            throw;
        }
        finally
        {
            Count(metrics, context.Method, code, clock.GetElapsedTime(start));
        }
    }
}
