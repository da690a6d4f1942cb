using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;
using static Backoffice.LocalDapr.Tests.Harness.StateCalls;
using Concurrency = Dapr.Client.Autogen.Grpc.v1.StateOptions.Types.StateConcurrency;

namespace Backoffice.LocalDapr.Tests.State;

public sealed class StateTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task An_absent_key_is_empty_and_has_no_etag(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var (value, etag) = await app.Dapr.GetStateAndETagAsync<string?>("state", "absent", cancellationToken: Stop);

        value.ShouldBeNull();
        etag.ShouldBe("");
    }

    [Theory, EveryRuntime]
    public async Task A_saved_value_is_a_hash_with_data_and_version(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        await app.Dapr.SaveStateAsync("state", "card", new { room = "甲" }, cancellationToken: Stop);

        var hash = await runtime.Redis.HashGetAllAsync($"{app.AppId}||card");
        hash.ToDictionary(f => (string)f.Name!, f => (string)f.Value!).ShouldBe(
            new Dictionary<string, string> { ["data"] = """{"room":"\u7532"}""", ["version"] = "1" }, ignoreOrder: true);
        (await app.Dapr.GetStateAndETagAsync<object>("state", "card", cancellationToken: Stop)).etag.ShouldBe("1");
    }

    [Theory, EveryRuntime]
    public async Task Any_bytes_survive(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

        await app.Dapr.SaveByteStateAsync("state", "bytes", bytes, cancellationToken: Stop);

        (await app.Dapr.GetByteStateAsync("state", "bytes", cancellationToken: Stop)).ToArray().ShouldBe(bytes);
    }

    [Theory, EveryRuntime]
    public async Task Saving_with_a_stale_etag_is_refused_with_aborted(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await app.Dapr.SaveStateAsync("state", "k", "first", cancellationToken: Stop);
        await app.Dapr.SaveStateAsync("state", "k", "second", cancellationToken: Stop);

        (await app.Dapr.TrySaveStateAsync("state", "k", "third", "1", cancellationToken: Stop)).ShouldBeFalse();
        var refused = await Should.ThrowAsync<RpcException>(() => SaveAsync(app, Item("k", "third", etag: "1")));

        refused.StatusCode.ShouldBe(StatusCode.Aborted);
        (await app.Dapr.GetStateAsync<string>("state", "k", cancellationToken: Stop)).ShouldBe("second");
        (await app.Dapr.TrySaveStateAsync("state", "k", "third", "2", cancellationToken: Stop)).ShouldBeTrue();
    }

    [Theory, EveryRuntime]
    public async Task The_etag_minus_one_inserts_exactly_once(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        (await app.Dapr.TrySaveStateAsync("state", "new", "mine", "-1", cancellationToken: Stop)).ShouldBeTrue();
        (await app.Dapr.TrySaveStateAsync("state", "new", "yours", "-1", cancellationToken: Stop)).ShouldBeFalse();
    }

    [Theory, EveryRuntime]
    public async Task An_etag_that_is_no_number_is_invalid_for_a_save_and_a_mismatch_for_a_delete(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await app.Dapr.SaveStateAsync("state", "k", "v", cancellationToken: Stop);

        (await Should.ThrowAsync<RpcException>(() => SaveAsync(app, Item("k", "w", etag: "one")))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await app.Dapr.TryDeleteStateAsync("state", "k", "one", cancellationToken: Stop)).ShouldBeFalse();
    }

    // Every combination of what is stored, the etag given and the concurrency asked for: what happens, and what Redis holds then.
    [Theory]
    [EveryRuntime("absent", null, "none", "ok", "1", false)]
    [EveryRuntime("absent", "7", "none", "ok", "1", false)]
    [EveryRuntime("absent", null, "first", "ok", "1", true)]
    [EveryRuntime("absent", "7", "first", "ok", "1", true)]
    [EveryRuntime("absent", "7", "last", "ok", "1", false)]
    [EveryRuntime("present", null, "none", "ok", "3", false)]
    [EveryRuntime("present", "2", "none", "ok", "3", false)]
    [EveryRuntime("present", "1", "none", "Aborted", "2", false)]
    [EveryRuntime("present", "0", "none", "ok", "3", false)]
    [EveryRuntime("present", "", "none", "ok", "3", false)]
    [EveryRuntime("present", null, "first", "ok", "3", true)]
    [EveryRuntime("present", "1", "first", "Aborted", "2", false)]
    [EveryRuntime("present", "1", "last", "ok", "3", false)]
    [EveryRuntime("marked", null, "none", "Internal", "1", true)]
    [EveryRuntime("marked", null, "first", "Internal", "1", true)]
    [EveryRuntime("marked", "1", "first", "ok", "2", true)]
    [EveryRuntime("marked", "2", "first", "Aborted", "1", true)]
    [EveryRuntime("marked", "1", "none", "ok", "2", true)]
    [EveryRuntime("marked", "1", "last", "Aborted", "1", true)]
    [EveryRuntime("marked", null, "last", "Internal", "1", true)]
    public async Task Etag_and_concurrency_decide_together(
        RuntimeKind on, string stored, string? etag, string concurrency, string outcome, string version, bool marked)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        if (stored != "absent")
            await SaveAsync(app, Item("k", "old", concurrency: stored == "marked" ? Concurrency.ConcurrencyFirstWrite : default));
        if (stored == "present")
            await SaveAsync(app, Item("k", "old"));

        var saved = await CodeAsync(() => SaveAsync(app, Item("k", "new", etag, concurrency switch
        {
            "first" => Concurrency.ConcurrencyFirstWrite,
            "last" => Concurrency.ConcurrencyLastWrite,
            _ => default,
        })));

        saved.ShouldBe(outcome);
        var hash = (await runtime.Redis.HashGetAllAsync($"{app.AppId}||k")).ToDictionary(f => (string)f.Name!, f => (string)f.Value!);
        hash["version"].ShouldBe(version);
        hash["data"].ShouldBe(outcome == "ok" ? "new" : "old");
        hash.ContainsKey("first-write").ShouldBe(marked);
    }

    [Theory]
    [EveryRuntime(null, "ok", false)]
    [EveryRuntime("0", "ok", false)]
    [EveryRuntime("1", "ok", false)]
    [EveryRuntime("2", "Aborted", true)]
    public async Task Deleting_checks_the_etag_unless_it_is_none_or_zero(RuntimeKind on, string? etag, string outcome, bool remains)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("k", "v"));

        var request = new DeleteStateRequest { StoreName = "state", Key = "k", Etag = etag is null ? null : new Dapr.Client.Autogen.Grpc.v1.Etag { Value = etag } };
        var deleted = await CodeAsync(async () => await app.Raw.DeleteStateAsync(request, app.Token, cancellationToken: Stop));

        deleted.ShouldBe(outcome);
        (await runtime.Redis.KeyExistsAsync($"{app.AppId}||k")).ShouldBe(remains);
    }

    [Theory, EveryRuntime]
    public async Task Deleting_an_absent_key_succeeds_with_any_etag(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        (await app.Dapr.TryDeleteStateAsync("state", "absent", "42", cancellationToken: Stop)).ShouldBeTrue();
    }

    [Theory, EveryRuntime]
    public async Task A_key_that_was_deleted_starts_again_at_one_so_an_old_etag_fits(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await app.Dapr.SaveStateAsync("state", "k", "a", cancellationToken: Stop);
        await app.Dapr.DeleteStateAsync("state", "k", cancellationToken: Stop);
        await app.Dapr.SaveStateAsync("state", "k", "b", cancellationToken: Stop);

        (await app.Dapr.TrySaveStateAsync("state", "k", "c", "1", cancellationToken: Stop)).ShouldBeTrue();
    }

    [Theory, EveryRuntime]
    public async Task A_save_without_expiry_keeps_the_old_one_and_minus_one_removes_it(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        await app.Dapr.SaveStateAsync("state", "k", "a", metadata: Ttl("100"), cancellationToken: Stop);
        await app.Dapr.SaveStateAsync("state", "k", "b", cancellationToken: Stop);
        (await runtime.Redis.KeyTimeToLiveAsync($"{app.AppId}||k"))!.Value.TotalSeconds.ShouldBeInRange(90, 100);

        await app.Dapr.SaveStateAsync("state", "k", "c", metadata: Ttl("-1"), cancellationToken: Stop);
        (await runtime.Redis.KeyTimeToLiveAsync($"{app.AppId}||k")).ShouldBeNull();
    }

    [Theory, EveryRuntime]
    public async Task The_expiry_of_the_component_holds_where_a_save_names_none(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        await app.Dapr.SaveStateAsync("state-ttl", "k", "a", cancellationToken: Stop);
        await app.Dapr.SaveStateAsync("state-ttl", "own", "a", metadata: Ttl("50"), cancellationToken: Stop);

        (await runtime.Redis.KeyTimeToLiveAsync($"{app.AppId}||k"))!.Value.TotalSeconds.ShouldBeInRange(90, 100);
        (await runtime.Redis.KeyTimeToLiveAsync($"{app.AppId}||own"))!.Value.TotalSeconds.ShouldBeInRange(40, 50);
    }

    [Theory, EveryRuntime]
    public async Task An_expiry_that_is_no_number_is_internal(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var item = Item("k", "v");
        item.Metadata["ttlInSeconds"] = "soon";

        (await CodeAsync(() => SaveAsync(app, item))).ShouldBe("Internal");
    }

    [Theory]
    [EveryRuntime("state", "{app}||{key}")]
    [EveryRuntime("state-name", "state-name||{key}")]
    [EveryRuntime("state-none", "{key}")]
    [EveryRuntime("state-namespace", "office.{app}||{key}")]
    [EveryRuntime("state-literal", "office||{key}")]
    public async Task The_key_prefix_follows_the_component(RuntimeKind on, string store, string pattern)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var key = $"key-{Guid.NewGuid():N}";

        await app.Dapr.SaveStateAsync(store, key, "v", cancellationToken: Stop);

        var stored = pattern.Replace("{app}", app.AppId, StringComparison.Ordinal).Replace("{key}", key, StringComparison.Ordinal);
        (await runtime.Redis.KeyExistsAsync(stored)).ShouldBeTrue();
        (await app.Dapr.GetStateAsync<string>(store, key, cancellationToken: Stop)).ShouldBe("v");
    }

    [Theory]
    [EveryRuntime("state", "a||b", StatusCode.InvalidArgument)]
    [EveryRuntime("state", "", StatusCode.InvalidArgument)]
    [EveryRuntime("nowhere", "k", StatusCode.InvalidArgument)]
    public async Task A_bad_key_or_store_is_an_invalid_argument(RuntimeKind on, string store, string key, StatusCode code)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await app.Raw.SaveStateAsync(new() { StoreName = store, States = { Item(key, "v") } }, app.Token, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(code);
    }

    [Theory, EveryRuntime]
    public async Task A_value_of_another_kind_is_read_if_plain_and_replaced_by_a_save(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await runtime.Redis.StringSetAsync($"{app.AppId}||plain", "text");
        await runtime.Redis.ListRightPushAsync($"{app.AppId}||list", "item");
        await runtime.Redis.HashSetAsync($"{app.AppId}||half", "data", "d");

        var plain = await app.Raw.GetStateAsync(new() { StoreName = "state", Key = "plain" }, app.Token, cancellationToken: Stop);
        (plain.Data.ToStringUtf8(), plain.Etag).ShouldBe(("text", ""));
        foreach (var key in (string[])["list", "half"])
            (await CodeAsync(async () => await app.Raw.GetStateAsync(new() { StoreName = "state", Key = key }, app.Token, cancellationToken: Stop))).ShouldBe("Internal");

        await app.Dapr.SaveStateAsync("state", "list", "now a hash", cancellationToken: Stop);
        (await app.Dapr.GetStateAsync<string>("state", "list", cancellationToken: Stop)).ShouldBe("now a hash");
    }

    private static Dictionary<string, string> Ttl(string seconds) => new() { ["ttlInSeconds"] = seconds };
}
