using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client;
using Grpc.Core;

namespace Backoffice.LocalDapr.Tests.Locks;

public sealed class LockTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task A_held_lock_is_not_given_again_and_only_its_owner_frees_it(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        (await app.Dapr.Lock("locks", "stamp", "one", 60, Stop)).Success.ShouldBeTrue();
        (await app.Dapr.Lock("locks", "stamp", "two", 60, Stop)).Success.ShouldBeFalse();
        (await app.Dapr.Lock("locks", "stamp", "one", 60, Stop)).Success.ShouldBeFalse();

        (await app.Dapr.Unlock("locks", "stamp", "two", Stop)).status.ShouldBe(LockStatus.LockBelongsToOthers);
        (await app.Dapr.Unlock("locks", "stamp", "one", Stop)).status.ShouldBe(LockStatus.Success);
        (await app.Dapr.Unlock("locks", "stamp", "one", Stop)).status.ShouldBe(LockStatus.LockDoesNotExist);
        (await app.Dapr.Lock("locks", "stamp", "two", 60, Stop)).Success.ShouldBeTrue();
    }

    [Theory, EveryRuntime]
    public async Task A_lock_expires_by_itself(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        await app.Dapr.Lock("locks", "short", "one", 1, Stop);

        await Eventually.BecomesTrueAsync("the lock expires", async () => (await app.Dapr.Lock("locks", "short", "two", 60, Stop)).Success);
    }

    [Theory]
    [EveryRuntime("locks", "lock||{app}||{key}")]
    [EveryRuntime("locks-name", "lock||locks-name||{key}")]
    [EveryRuntime("locks-none", "lock||{key}")]
    public async Task A_lock_is_a_string_with_its_owner_and_an_expiry(RuntimeKind on, string store, string pattern)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var resource = $"resource-{Guid.NewGuid():N}";

        await app.Dapr.Lock(store, resource, "me", 50, Stop);

        var key = pattern.Replace("{app}", app.AppId, StringComparison.Ordinal).Replace("{key}", resource, StringComparison.Ordinal);
        ((string?)await runtime.Redis.StringGetAsync(key)).ShouldBe("me");
        (await runtime.Redis.KeyTimeToLiveAsync(key))!.Value.TotalSeconds.ShouldBeInRange(40, 50);
    }

    [Theory]
    [EveryRuntime("locks", "r", "me", 0)]
    [EveryRuntime("locks", "r", "", 10)]
    [EveryRuntime("locks", "", "me", 10)]
    [EveryRuntime("locks", "a||b", "me", 10)]
    [EveryRuntime("nowhere", "r", "me", 10)]
    public async Task A_lock_without_store_resource_owner_or_expiry_is_an_invalid_argument(RuntimeKind on, string store, string resource, string owner, int expiry)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () => await app.Raw.TryLockAlpha1Async(
            new() { StoreName = store, ResourceId = resource, LockOwner = owner, ExpiryInSeconds = expiry }, app.Token, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }
}
