using System.Collections.Concurrent;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>The in-process topics that stand in for the streams of one Redis server; its components share them.</summary>
internal sealed class LocalTopicStore(string folder, bool temporary, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<TopicLog>> _topics = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource _published = NewSignal();

    /// <summary>Completes at the next publication to any topic.</summary>
    public Task Published => _published.Task;

    public static LocalTopicStore Open(string? folder, TimeProvider time) => folder is null
        ? new(Directory.CreateTempSubdirectory("localdapr-").FullName, temporary: true, time)
        : new(Directory.CreateDirectory(folder).FullName, temporary: false, time);

    public TopicLog Topic(string name) => _topics.GetOrAdd(name, n => new(() =>
        new TopicLog(n, Path.Combine(folder, $"{Uri.EscapeDataString(n)}.topic"), time))).Value;

    public void Announce() => Interlocked.Exchange(ref _published!, NewSignal()).SetResult();

    public void Dispose()
    {
        foreach (var topic in _topics.Values)
            topic.Value.Dispose();

        if (temporary)
            Directory.Delete(folder, recursive: true);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One component's use of the in-process topics.</summary>
internal sealed class LocalTopics(LocalTopicStore store, PubSubSettings settings) : ITopics
{
    public Task PublishAsync(string topic, byte[] data, string? metadata)
    {
        store.Topic(topic).Append(data, metadata, settings.MaxLength, settings.KeepFor);
        store.Announce();
        return Task.CompletedTask;
    }

    public Task<ITopicReader> OpenReaderAsync(string group) => Task.FromResult<ITopicReader>(new LocalTopicReader(group, store));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal sealed class LocalTopicReader(string group, LocalTopicStore store) : ITopicReader
{
    public Task JoinAsync(string topic)
    {
        store.Topic(topic).Join(group);
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<StoredMessage>> ReadAsync(IReadOnlyCollection<string> topics, int count, CancellationToken wake)
    {
        // Taken before reading: a publication in between must not be slept through.
        var published = store.Published;
        StoredMessage[] found = [.. topics.SelectMany(t => store.Topic(t).ReadNew(group, count))];
        if (found.Length > 0)
            return found;

        await published.WaitAsync(wake).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [];
    }

    public Task<IReadOnlyList<StoredMessage>> ReclaimAsync(string topic, TimeSpan idle, int count) =>
        Task.FromResult(store.Topic(topic).Reclaim(group, idle, count));

    public Task AcknowledgeAsync(StoredMessage message)
    {
        store.Topic(message.Topic).Acknowledge(group, message.Id);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(StoredMessage message, TimeSpan idle)
    {
        store.Topic(message.Topic).Release(group, message.Id);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
