using Backoffice.LocalDapr.Redis;
using Backoffice.LocalDapr.Resources;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.State;

/// <summary>A state.redis component: the same hashes in Redis as daprd writes, so that either may read the other's.</summary>
/// <param name="ttl">Seconds to live of items that name none; empty for no expiry.</param>
internal sealed class RedisState(ComponentSpec component, KeyPrefix prefix, string ttl, RedisServer server)
{
    public string Name => component.Name;

    public ComponentSpec Component => component;

    public string KeyOf(string appId, string key) => prefix.State(appId, key);

    public async Task<(ByteString Data, string Etag)> GetAsync(string key)
    {
        try
        {
            return await ReadAsync(key);
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            throw DaprError.Create(StatusCode.Internal, "ERR_STATE_GET", $"fail to get {key} from state store {Name}: {fault.GetType().Name}");
        }
    }

    /// <summary>Every failure of a save with an etag is reported as a lost race, even an outage; daprd does the same.</summary>
    public async Task SaveAsync(string key, StateItem item)
    {
        var operation = Operation.Save(key, item, ttl);
        var (code, reason) = item.Etag is null ? (StatusCode.Internal, "ERR_STATE_SAVE") : (StatusCode.Aborted, "ERR_STATE_SAVE");
        await ApplyOneAsync(operation, code, reason, $"failed saving state in state store {Name}");

        if (item.Options?.Consistency == StateOptions.Types.StateConsistency.ConsistencyStrong && server.Replicas > 0)
            await server.Database.ExecuteAsync("WAIT", server.Replicas, 1_000);
    }

    public Task DeleteAsync(string key, Etag? etag) => ApplyOneAsync(
        Operation.Delete(key, etag), StatusCode.Aborted, "ERR_STATE_DELETE", $"failed deleting state with key {key}");

    public async Task TransactAsync(IReadOnlyList<(string Kind, string Key, StateItem Item)> operations)
    {
        string why;
        try
        {
            var refused = await ApplyAsync([.. operations.Select(o =>
                o.Kind == "upsert" ? Operation.InTransaction(o.Key, o.Item, ttl) : Operation.Delete(o.Key, o.Item.Etag))]);
            if (refused == 0)
                return;

            why = $"operation {refused} was refused";
        }
        catch (Exception fault) when (Outage.Is(fault))
        {
            why = fault.GetType().Name;
        }
        catch (RpcException malformed)
        {
            why = malformed.Status.Detail;
        }

        throw DaprError.Create(StatusCode.Internal, "ERR_STATE_TRANSACTION", $"error while executing state transaction: {why}");
    }

    private async Task ApplyOneAsync(Operation operation, StatusCode code, string reason, string message)
    {
        try
        {
            if (await ApplyAsync([operation]) == 0)
                return;
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            throw DaprError.Create(code, reason, $"{message}: {outage.GetType().Name}");
        }

        throw DaprError.Create(code, reason, $"{message}: possible etag mismatch");
    }

    private async Task<int> ApplyAsync(Operation[] operations) => (int)await server.Database.ScriptEvaluateAsync(
        StateScripts.Apply,
        [.. operations.Select(o => (RedisKey)o.Key)],
        [.. operations.SelectMany(o => o.Arguments)]);

    private async Task<(ByteString Data, string Etag)> ReadAsync(string key)
    {
        HashEntry[] hash;
        try
        {
            hash = await server.Database.HashGetAllAsync(key);
        }
        catch (RedisServerException notAHash) when (notAHash.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            var plain = (byte[]?)await server.Database.StringGetAsync(key);
            return (plain is null ? ByteString.Empty : UnsafeByteOperations.UnsafeWrap(plain), "");
        }

        if (hash.Length == 0)
            return (ByteString.Empty, "");

        var fields = hash.ToDictionary(f => (string)f.Name!, f => f.Value);
        return fields.TryGetValue("data", out var data) && fields.TryGetValue("version", out var version)
            ? (UnsafeByteOperations.UnsafeWrap((byte[])data!), (string)version!)
            : throw DaprError.Create(StatusCode.Internal, "ERR_STATE_GET", $"key '{key}' lacks the hash field 'data' or 'version'");
    }
}
