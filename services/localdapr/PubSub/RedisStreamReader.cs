using System.Globalization;
using Backoffice.LocalDapr.Redis;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>
/// Reads streams for one group. Group and consumer share the name, as in daprd, so the pending list never names a replica. The
/// blocking read has a connection of its own; everything else goes over the shared one.
/// </summary>
internal sealed class RedisStreamReader(string group, RedisServer server, IConnectionMultiplexer blocking) : ITopicReader
{
    /// <summary>An upper bound on how late a read notices what no wake-up told it, such as a connection that was replaced.</summary>
    private const int BlockMilliseconds = 1_000;

    private readonly IDatabase _blocking = blocking.GetDatabase();

    public async Task JoinAsync(string topic)
    {
        try
        {
            await server.Database.ExecuteAsync("XGROUP", "CREATE", (RedisKey)topic, group, "0", "MKSTREAM");
        }
        catch (RedisServerException present) when (present.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // The group keeps its place across restarts.
        }
    }

    public async Task<IReadOnlyList<StoredMessage>> ReadAsync(IReadOnlyCollection<string> topics, int count, CancellationToken wake)
    {
        var client = (long)await _blocking.ExecuteAsync("CLIENT", "ID");
        var reading = _blocking.ExecuteAsync("XREADGROUP",
        [
            "GROUP", group, group, "COUNT", count, "BLOCK", BlockMilliseconds, "STREAMS", .. topics.Select(t => (RedisKey)t), .. topics.Select(_ => ">"),
        ]);
        await using var unblocking = wake.Register(() => _ = server.Database.ExecuteAsync("CLIENT", ["UNBLOCK", client], CommandFlags.FireAndForget));
        try
        {
            var reply = await reading;
            return reply.IsNull ? [] : [.. ((RedisResult[])reply!).SelectMany(stream => Messages((string)stream[0]!, stream[1]))];
        }
        catch (RedisServerException lost) when (lost.Message.StartsWith("NOGROUP", StringComparison.Ordinal))
        {
            // Redis came back empty, or somebody deleted the stream.
            foreach (var topic in topics)
                await JoinAsync(topic);

            return [];
        }
    }

    public async Task<IReadOnlyList<StoredMessage>> ReclaimAsync(string topic, TimeSpan idle, int count)
    {
        var pending = (RedisResult[]?)await server.Database.ExecuteAsync(
            "XPENDING", (RedisKey)topic, group, "IDLE", Milliseconds(idle), "-", "+", count) ?? [];
        var ids = pending.Select(entry => (string)entry[0]!).ToArray();
        if (ids.Length == 0)
            return [];

        var claimed = Messages(topic, await server.Database.ExecuteAsync("XCLAIM", [(RedisKey)topic, group, group, Milliseconds(idle), .. ids])).ToArray();

        foreach (var missing in ids.Except(claimed.Select(m => m.Id)))
            await ForgetIfTrimmedAsync(topic, missing);

        return claimed;
    }

    public Task AcknowledgeAsync(StoredMessage message) => server.Database.StreamAcknowledgeAsync(message.Topic, group, message.Id);

    public Task ReleaseAsync(StoredMessage message, TimeSpan idle) => server.Database.ExecuteAsync(
        "XCLAIM", (RedisKey)message.Topic, group, group, 0, message.Id, "IDLE", Milliseconds(idle), "JUSTID");

    public ValueTask DisposeAsync() => blocking.DisposeAsync();

    /// <summary>An entry trimmed from the stream can never be handled; one that somebody else claimed first must stay pending.</summary>
    private async Task ForgetIfTrimmedAsync(string topic, string id)
    {
        if ((await server.Database.StreamRangeAsync(topic, id, id, count: 1)).Length == 0)
            await server.Database.StreamAcknowledgeAsync(topic, group, id);
    }

    private static IEnumerable<StoredMessage> Messages(string topic, RedisResult entries) =>
        from entry in (RedisResult[])entries!
        where !entry.IsNull && !entry[1].IsNull
        let fields = Fields(entry[1])
        let data = (byte[]?)fields.GetValueOrDefault("data")
        select new StoredMessage(topic, (string)entry[0]!, data ?? [], (string?)fields.GetValueOrDefault("metadata"));

    private static Dictionary<string, RedisResult> Fields(RedisResult flat) =>
        ((RedisResult[])flat!).Chunk(2).ToDictionary(pair => (string)pair[0]!, pair => pair[1], StringComparer.Ordinal);

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
