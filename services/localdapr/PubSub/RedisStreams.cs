using System.Globalization;
using Backoffice.LocalDapr.Redis;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>Topics as Redis Streams, in daprd's layout: one stream per topic, the envelope in the field "data".</summary>
internal sealed class RedisStreams(RedisServer server, PubSubSettings settings, TimeProvider time) : ITopics
{
    public async Task PublishAsync(string topic, byte[] data, string? metadata)
    {
        object[] fields = metadata is null ? ["data", data] : ["data", data, "metadata", metadata];
        await server.Database.ExecuteAsync("XADD", [(RedisKey)topic, .. Trimming(), "*", .. fields]);
    }

    public async Task<ITopicReader> OpenReaderAsync(string group) =>
        new RedisStreamReader(group, server, await server.OpenBlockingConnectionAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private object[] Trimming()
    {
        if (settings.MaxLength > 0)
            return ["MAXLEN", "~", settings.MaxLength];

        var oldest = (time.GetUtcNow() - settings.KeepFor).ToUnixTimeMilliseconds();
        return settings.KeepFor > TimeSpan.Zero ? ["MINID", "~", string.Create(CultureInfo.InvariantCulture, $"{oldest}-1")] : [];
    }
}
