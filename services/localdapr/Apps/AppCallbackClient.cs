using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.LocalDapr.Apps;

/// <summary>The three calls daprd makes on an app. Dapr.Protos has no client for them, so their methods are defined here.</summary>
internal sealed class AppCallbackClient(CallInvoker app, string appToken)
{
    private const string Callback = "dapr.proto.runtime.v1.AppCallback";

    private static readonly Method<Empty, ListTopicSubscriptionsResponse> ListSubscriptions = ProtoMethod.Define(
        MethodType.Unary, Callback, "ListTopicSubscriptions", Empty.Parser, ListTopicSubscriptionsResponse.Parser);

    private static readonly Method<TopicEventRequest, TopicEventResponse> TopicEvent = ProtoMethod.Define(
        MethodType.Unary, Callback, "OnTopicEvent", TopicEventRequest.Parser, TopicEventResponse.Parser);

    private static readonly Method<Empty, HealthCheckResponse> Health = ProtoMethod.Define(
        MethodType.Unary, $"{Callback}HealthCheck", "HealthCheck", Empty.Parser, HealthCheckResponse.Parser);

    public async Task<IReadOnlyList<TopicSubscription>> ListTopicSubscriptionsAsync(CancellationToken stop) =>
        (await CallAsync(ListSubscriptions, new Empty(), [], stop)).Subscriptions;

    public async Task<TopicEventResponse> OnTopicEventAsync(TopicEventRequest request, Metadata headers, CancellationToken stop) =>
        await CallAsync(TopicEvent, request, headers, stop);

    public async Task HealthCheckAsync(CancellationToken stop) => await CallAsync(Health, new Empty(), [], stop);

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method, TRequest request, IEnumerable<Metadata.Entry> headers, CancellationToken stop)
        where TRequest : class
        where TResponse : class
    {
        var metadata = new Metadata { { DaprHeaders.Token, appToken } };
        foreach (var header in headers)
            metadata.Add(header);

        return await app.AsyncUnaryCall(method, null, new CallOptions(metadata, cancellationToken: stop), request);
    }
}
