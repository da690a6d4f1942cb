using System.Collections.Concurrent;
using System.Threading.Channels;
using Backoffice.LocalDapr.Tests.Protos;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Backoffice.LocalDapr.Tests.Harness;

public sealed class HealthSwitch
{
    public bool IsHealthy { get; set; } = true;
}

public sealed class CallbackService(TestAppPlan plan, Channel<Received> deliveries) : AppCallback.AppCallbackBase
{
    public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context) =>
        Task.FromResult(new ListTopicSubscriptionsResponse { Subscriptions = { plan.Subscriptions } });

    public override async Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
    {
        await deliveries.Writer.WriteAsync(new(request, context.RequestHeaders));
        return new() { Status = await plan.Handler(request, context.CancellationToken) };
    }
}

public sealed class HealthService(HealthSwitch health) : AppCallbackHealthCheck.AppCallbackHealthCheckBase
{
    public override Task<HealthCheckResponse> HealthCheck(Empty request, ServerCallContext context) => health.IsHealthy
        ? Task.FromResult(new HealthCheckResponse())
        : throw new RpcException(new(StatusCode.Unavailable, "told to be unhealthy"));
}

public sealed class EchoService : Echo.EchoBase
{
    public override Task<Pong> Once(Ping request, ServerCallContext context) => Task.FromResult(Answer(request.Text, request, context));

    public override async Task Down(Ping request, IServerStreamWriter<Pong> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < request.Number; i++)
            await responseStream.WriteAsync(Answer(request.Text, request, context));
    }

    public override async Task<Pong> Up(IAsyncStreamReader<Ping> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        while (await requestStream.MoveNext(context.CancellationToken))
            texts.Add(requestStream.Current.Text);

        return new() { Text = string.Join(',', texts) };
    }

    public override async Task Both(IAsyncStreamReader<Ping> requestStream, IServerStreamWriter<Pong> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
            await responseStream.WriteAsync(new() { Text = requestStream.Current.Text });
    }

    public override Task<Pong> Refuse(Ping request, ServerCallContext context)
    {
        Refused.Add(request.Text);
        context.ResponseTrailers.Add("reason", "closed-on-sundays");
        throw new Status
        {
            Code = (int)StatusCode.FailedPrecondition,
            Message = "closed",
            Details = { Any.Pack(new ErrorInfo { Reason = "CLOSED", Domain = "tests" }) },
        }.ToRpcException();
    }

    public override async Task<Pong> Hang(Ping request, ServerCallContext context)
    {
        Started.Add(request.Text);
        var cancelled = new TaskCompletionSource();
        await using var registration = context.CancellationToken.Register(cancelled.SetResult);
        await cancelled.Task;
        Cancelled.Add(request.Text);
        return new();
    }

    /// <summary>The texts of the calls that were refused.</summary>
    public static ConcurrentBag<string> Refused { get; } = [];

    /// <summary>The texts of the hanging calls that have begun.</summary>
    public static ConcurrentBag<string> Started { get; } = [];

    /// <summary>The texts of the hanging calls that were cancelled.</summary>
    public static ConcurrentBag<string> Cancelled { get; } = [];

    private static Pong Answer(string text, Ping request, ServerCallContext context)
    {
        var pong = new Pong { Text = text, Size = request.Payload.Length };
        foreach (var header in context.RequestHeaders.Where(h => !h.IsBinary))
            pong.Metadata[header.Key] = header.Value;

        return pong;
    }
}
