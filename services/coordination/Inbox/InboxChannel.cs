using Backoffice.Platform.Redis;
using StackExchange.Redis;

namespace Backoffice.Coordination.Inbox;

/// <summary>Carries changes of inboxes to every replica, by Redis. What it loses is found by looking.</summary>
internal sealed class InboxChannel(RedisConnection redis, ILogger<InboxChannel> logger)
{
    private static readonly RedisChannel Name = RedisChannel.Literal("backoffice:inbox");
    private ISubscriber? _subscriber;

    /// <summary>Sends a change to every replica, this one included; false when there is no Redis to carry it.</summary>
    public bool TrySend(InboxChange change)
    {
        try
        {
            if (_subscriber is not { Multiplexer.IsConnected: true } subscriber)
                return false;
            subscriber.Publish(Name, change.Format(), CommandFlags.FireAndForget);
            return true;
        }
        catch (Exception e) when (RedisConnection.IsAway(e))
        {
            return false;
        }
    }

    /// <summary>Hands over what replicas send. The client subscribes again by itself whenever it has lost the connection.</summary>
    public void Listen(Action<InboxChange> take)
    {
        try
        {
            var subscriber = redis.Multiplexer.GetSubscriber();
            // Not waited for: Redis may be away, and the subscription is made as soon as it is back.
            subscriber.Subscribe(Name, (_, message) => Hand(message), CommandFlags.FireAndForget);
            _subscriber = subscriber;
        }
        catch (Exception e) when (RedisConnection.IsAway(e))
        {
            CoordinationLog.ChannelNotOpened(logger, e);
        }

        void Hand(RedisValue message)
        {
            if (InboxChange.Parse(message) is { } change)
                take(change);
        }
    }
}
