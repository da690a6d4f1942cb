using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Testing;

/// <summary>Ends a call that gets no answer: its test fails and names it. Streams may be open for as long as their test likes.</summary>
internal sealed class CallLimit(TimeSpan most) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, context.Options.Deadline is null ? Limited(context) : context);

    private ClientInterceptorContext<TRequest, TResponse> Limited<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class =>
        new(context.Method, context.Host, context.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + most));
}
