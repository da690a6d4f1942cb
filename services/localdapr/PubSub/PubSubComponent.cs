using System.Collections.Concurrent;
using Backoffice.LocalDapr.Redis;
using Backoffice.LocalDapr.Resources;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>A pubsub.redis component: who may use it, how it stores, and one consumer per app that subscribes.</summary>
internal sealed class PubSubComponent(
    ComponentSpec component, TopicScopes scopes, PubSubSettings settings, ITopics topics, string? @namespace, TimeProvider time, ILogger log)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Consumer>>> _consumers = new(StringComparer.Ordinal);

    /// <summary>daprd puts the namespace before each topic when the consumer id asks for it.</summary>
    private readonly string _topicPrefix = settings.ConsumerId.Contains("{namespace}", StringComparison.Ordinal) ? @namespace ?? "" : "";

    public ComponentSpec Component => component;

    public async Task PublishAsync(string appId, string topic, byte[] data, string? metadata)
    {
        if (!scopes.MayPublish(appId, topic))
            throw DaprError.Create(StatusCode.PermissionDenied, "DAPR_PUBSUB_FORBIDDEN", $"topic {topic} is not allowed for app id {appId}");

        try
        {
            await topics.PublishAsync(_topicPrefix + topic, data, metadata);
        }
        catch (Exception outage) when (Outage.Is(outage) || outage is IOException)
        {
            throw DaprError.Create(
                StatusCode.Internal, "DAPR_PUBSUB_PUBLISH_MESSAGE", $"error when publish to topic {topic} in pubsub {component.Name}: {outage.GetType().Name}");
        }
    }

    public bool MaySubscribe(string appId, string topic) => scopes.MaySubscribe(appId, topic);

    public async Task<IAsyncDisposable> SubscribeAsync(string appId, SubscriptionSpec subscription, InboundPolicy policy, EventCall call)
    {
        var delivery = new Delivery(
            subscription, policy, call, (data, metadata) => PublishAsync(appId, subscription.DeadLetterTopic, data, metadata), time, log);
        var consumer = await _consumers.GetOrAdd(appId, id => new(() => OpenAsync(id))).Value;
        return await consumer.SubscribeAsync(_topicPrefix + subscription.Topic, delivery.HandleAsync);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var consumer in _consumers.Values)
            await (await consumer.Value).DisposeAsync();

        await topics.DisposeAsync();
    }

    private async Task<Consumer> OpenAsync(string appId) => new(await topics.OpenReaderAsync(Group(appId)), settings, time, log);

    private string Group(string appId) => settings.ConsumerId
        .Replace("{appID}", appId, StringComparison.Ordinal)
        .Replace("{namespace}", @namespace ?? "", StringComparison.Ordinal);
}
