namespace Backoffice.LocalDapr.PubSub;

/// <param name="Data">The envelope, or the raw payload.</param>
/// <param name="Metadata">The publish metadata as a JSON object, if there was any.</param>
internal sealed record StoredMessage(string Topic, string Id, byte[] Data, string? Metadata);

/// <summary>Where messages are kept: Redis Streams where the server has them, else in process.</summary>
internal interface ITopics : IAsyncDisposable
{
    Task PublishAsync(string topic, byte[] data, string? metadata);

    Task<ITopicReader> OpenReaderAsync(string group);
}

/// <summary>One consumer group's view of the topics. What it has read stays pending until it is acknowledged.</summary>
internal interface ITopicReader : IAsyncDisposable
{
    /// <summary>Makes the group known to the topic. A new group starts with the oldest message that is kept.</summary>
    Task JoinAsync(string topic);

    /// <summary>Waits for new messages; may answer none, and does so soon after <paramref name="wake"/> is cancelled.</summary>
    Task<IReadOnlyList<StoredMessage>> ReadAsync(IReadOnlyCollection<string> topics, int count, CancellationToken wake);

    /// <summary>Takes over messages that have been pending for at least <paramref name="idle"/>.</summary>
    Task<IReadOnlyList<StoredMessage>> ReclaimAsync(string topic, TimeSpan idle, int count);

    Task AcknowledgeAsync(StoredMessage message);

    /// <summary>Gives back a message that was read but not handled, so that the next reclaim finds it.</summary>
    Task ReleaseAsync(StoredMessage message, TimeSpan idle);
}
