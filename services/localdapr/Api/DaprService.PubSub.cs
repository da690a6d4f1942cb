using System.Collections.Concurrent;
using System.Diagnostics;
using Backoffice.LocalDapr.PubSub;
using Backoffice.LocalDapr.Resources;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kind = Dapr.Client.Autogen.Grpc.v1.SubscribeTopicEventsRequestAlpha1.SubscribeTopicEventsRequestTypeOneofCase;

namespace Backoffice.LocalDapr.Api;

internal sealed partial class DaprService
{
    private readonly ConcurrentDictionary<EventStream, SubscriptionSpec> _streams = [];

    public override async Task<Empty> PublishEvent(PublishEventRequest request, ServerCallContext call)
    {
        var pubsub = PubSub(request.PubsubName, request.Topic);
        await PublishAsync(pubsub, request.Topic, request.DataContentType, request.Data, request.Metadata, call);
        return new();
    }

    public override Task<BulkPublishResponse> BulkPublishEventAlpha1(BulkPublishRequest request, ServerCallContext call) => BulkPublishEvent(request, call);

    /// <summary>The entries go out side by side, so in no order. If one fails the client learns only that, as from daprd.</summary>
    public override async Task<BulkPublishResponse> BulkPublishEvent(BulkPublishRequest request, ServerCallContext call)
    {
        var pubsub = PubSub(request.PubsubName, request.Topic);
        if (request.Entries.Select(e => e.EntryId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Count() != request.Entries.Count)
            throw DaprError.Create(StatusCode.InvalidArgument, "DAPR_PUBSUB_MARSHAL_EVENTS", "entryId is duplicated or not present for entry");

        await Task.WhenAll(request.Entries.Select(entry =>
        {
            var metadata = request.Metadata.Clone();
            foreach (var (key, value) in entry.Metadata)
                metadata[key] = value;

            return PublishAsync(pubsub, request.Topic, entry.ContentType, entry.Event, metadata, call);
        }));
        return new();
    }

    public override async Task SubscribeTopicEventsAlpha1(
        IAsyncStreamReader<SubscribeTopicEventsRequestAlpha1> requests, IServerStreamWriter<SubscribeTopicEventsResponseAlpha1> responses, ServerCallContext call)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, stopping);
        if (!await requests.MoveNext(end.Token) || requests.Current.SubscribeTopicEventsRequestTypeCase != Kind.InitialRequest)
            throw DaprError.Create(StatusCode.InvalidArgument, "DAPR_PUBSUB_INITIAL_REQUEST", "the first message of a stream must be the initial request");

        var subscription = Subscription(requests.Current.InitialRequest);
        using var stream = new EventStream(requests, responses);
        _streams[stream] = subscription;
        try
        {
            await stream.RunAsync(call => components.SubscribeAsync(AppId, subscription, call), end.Token);
        }
        finally
        {
            _streams.TryRemove(stream, out _);
        }
    }

    private SubscriptionSpec Subscription(SubscribeTopicEventsRequestInitialAlpha1 asked)
    {
        if (!PubSub(asked.PubsubName, asked.Topic).MaySubscribe(AppId, asked.Topic))
            throw DaprError.Create(StatusCode.PermissionDenied, "DAPR_PUBSUB_FORBIDDEN", $"topic {asked.Topic} is not allowed for app id {AppId}");

        var subscription = new SubscriptionSpec(
            $"app '{AppId}'", SubscriptionKind.Streaming, asked.PubsubName, asked.Topic, "", asked.DeadLetterTopic ?? "", asked.Metadata, []);
        try
        {
            return components.Check(AppId, [subscription])[0];
        }
        catch (ResourceException refused)
        {
            throw DaprError.Strict(refused.Message);
        }
    }

    private PubSubComponent PubSub(string name, string topic)
    {
        var pubsub = components.PubSub(AppId, name);
        return topic.Length > 0 ? pubsub : throw DaprError.Create(StatusCode.InvalidArgument, "DAPR_PUBSUB_TOPIC_NAME_EMPTY", $"topic is empty in pubsub {name}");
    }

    private async Task PublishAsync(
        PubSubComponent pubsub, string topic, string contentType, ByteString data, MapField<string, string> metadata, ServerCallContext call)
    {
        var headers = call.RequestHeaders;
        var publication = new Publication(
            AppId, pubsub.Component.Name, topic, contentType, data, metadata,
            headers.GetValue("traceparent") ?? Activity.Current?.Id ?? "", headers.GetValue("tracestate") ?? "");
        components.Strict.CheckPublication(publication);
        await pubsub.PublishAsync(AppId, topic, publication.Bytes(time.GetUtcNow()), publication.StoredMetadata());
    }
}
