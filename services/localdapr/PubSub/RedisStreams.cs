using System.Globalization;
using Backoffice.LocalDapr.Redis;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>Topics as Redis Streams, in daprd's layout: one stream per topic, the envelope in the field "data".</summary>
internal sealed class RedisStreams(RedisServer server, PubSubSettings settings, TimeProvider time) : ITopics
{
    public async Task PublishAsync(string topic, byte[] data, string? metadata) =>
        await server.Database.ExecuteAsync("XADD", [(RedisKey)topic, .. Trimming(), "*", "data", data, .. metadata is null ? [] : (object[])["metadata", metadata]]);

    public async Task<ITopicReader> OpenReaderAsync(string group) =>
        new RedisStreamReader(group, server, await server.OpenBlockingConnectionAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private object[] Trimming() =>
        settings.MaxLength > 0 ? ["MAXLEN", "~", settings.MaxLength]
        : settings.KeepFor > TimeSpan.Zero ? ["MINID", "~", string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() - settings.KeepFor).ToUnixTimeMilliseconds()}-1")]
        : [];
}
