using Backoffice.LocalDapr.Redis;
using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.State;
using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.Locks;

/// <summary>A lock.redis component. Its locks are advice: whoever writes under one still guards the write by an etag.</summary>
internal sealed class RedisLocks(ComponentSpec component, KeyPrefix prefix, RedisServer server)
{
    private const string Release =
        """
        local owner = redis.call('GET', KEYS[1])
        if owner == false then return -1 end
        if owner ~= ARGV[1] then return -2 end
        return redis.call('DEL', KEYS[1])
        """;

    public ComponentSpec Component => component;

    public async Task<bool> TryLockAsync(string appId, TryLockRequest request)
    {
        if (request.ResourceId.Length == 0 || request.LockOwner.Length == 0 || request.ExpiryInSeconds <= 0)
            throw DaprError.Create(StatusCode.InvalidArgument, "ERR_MALFORMED_REQUEST", "a lock needs a resource, an owner and a positive expiry");

        try
        {
            return await server.Database.StringSetAsync(
                prefix.Lock(appId, request.ResourceId), request.LockOwner, TimeSpan.FromSeconds(request.ExpiryInSeconds), When.NotExists);
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            throw DaprError.Create(StatusCode.Internal, "ERR_TRY_LOCK", $"failed to try acquiring lock: {outage.GetType().Name}");
        }
    }

    public async Task<UnlockResponse.Types.Status> UnlockAsync(string appId, UnlockRequest request)
    {
        if (request.ResourceId.Length == 0 || request.LockOwner.Length == 0)
            throw DaprError.Create(StatusCode.InvalidArgument, "ERR_MALFORMED_REQUEST", "an unlock needs a resource and an owner");

        try
        {
            return (int)await server.Database.ScriptEvaluateAsync(Release, [prefix.Lock(appId, request.ResourceId)], [request.LockOwner]) switch
            {
                -1 => UnlockResponse.Types.Status.LockDoesNotExist,
                -2 => UnlockResponse.Types.Status.LockBelongsToOthers,
                _ => UnlockResponse.Types.Status.Success,
            };
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            throw DaprError.Create(StatusCode.Internal, "ERR_UNLOCK", $"failed to release lock: {outage.GetType().Name}");
        }
    }
}
