using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Backoffice.Platform.Peers;

/// <summary>Calls to other services of the suite, through the own Dapr sidecar: it finds the app, presents its token and retries.</summary>
public sealed class PeerChannels : IDisposable
{
    private readonly GrpcChannel _sidecar;
    private readonly string _token;

    public PeerChannels(IConfiguration configuration)
    {
        var address = configuration["DAPR_GRPC_ENDPOINT"] ?? $"http://127.0.0.1:{configuration["DAPR_GRPC_PORT"] ?? "50001"}";
        _token = configuration["DAPR_API_TOKEN"] ?? "";
        _sidecar = GrpcChannel.ForAddress(address);
    }

    public CallInvoker To(string appId) => _sidecar.Intercept(new MarkedStreams()).Intercept(metadata =>
    {
        metadata.Add("dapr-app-id", appId);
        if (_token.Length > 0)
            metadata.Add("dapr-api-token", _token);
        return metadata;
    });

    public void Dispose() => _sidecar.Dispose();

    /// <summary>A sidecar that repeats failed calls takes what is not marked as a stream for a call with one answer.</summary>
    private sealed class MarkedStreams : Interceptor
    {
        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            var headers = new Metadata();
            foreach (var header in context.Options.Headers ?? [])
                headers.Add(header);
            headers.Add("dapr-stream", "true");
            return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }
}
