using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client.Autogen.Grpc.v1;
using static Backoffice.LocalDapr.Tests.Harness.StateCalls;
using Concurrency = Dapr.Client.Autogen.Grpc.v1.StateOptions.Types.StateConcurrency;

namespace Backoffice.LocalDapr.Tests.State;

public sealed class TransactionTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task A_transaction_saves_and_deletes(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("gone", "v"));

        await app.Dapr.ExecuteStateTransactionAsync(
            "state",
            [
                new("kept", "\"v\""u8.ToArray(), Dapr.Client.StateOperationType.Upsert),
                new("gone", null, Dapr.Client.StateOperationType.Delete),
            ],
            cancellationToken: Stop);

        (await VersionAsync(runtime, app, "kept")).ShouldBe("1");
        (await VersionAsync(runtime, app, "gone")).ShouldBeNull();
    }

    [Theory, EveryRuntime]
    public async Task A_mismatch_in_a_transaction_is_internal_and_leaves_the_others_applied(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("b", "old"));

        var code = await CodeAsync(() => TransactAsync(app, ("upsert", Item("a", "new")), ("upsert", Item("b", "new", etag: "9")), ("upsert", Item("c", "new"))));

        code.ShouldBe("Internal");
        (await VersionAsync(runtime, app, "a"), await VersionAsync(runtime, app, "b"), await VersionAsync(runtime, app, "c")).ShouldBe(("1", "1", "1"));
        ((string?)await runtime.Redis.HashGetAsync($"{app.AppId}||b", "data")).ShouldBe("old");
    }

    [Theory, EveryRuntime]
    public async Task A_refused_delete_in_a_transaction_leaves_the_others_applied(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("b", "old"));

        var code = await CodeAsync(() => TransactAsync(app, ("delete", Item("b", "", etag: "9")), ("upsert", Item("c", "new"))));

        code.ShouldBe("Internal");
        (await VersionAsync(runtime, app, "b"), await VersionAsync(runtime, app, "c")).ShouldBe(("1", "1"));
    }

    [Theory, EveryRuntime]
    public async Task A_transaction_forgets_the_first_write_flag(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        await TransactAsync(app, ("upsert", Item("k", "v", concurrency: Concurrency.ConcurrencyFirstWrite)));

        (await runtime.Redis.HashExistsAsync($"{app.AppId}||k", "first-write")).ShouldBeFalse();
    }

    [Theory, EveryRuntime]
    public async Task A_transaction_sets_expiries(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var item = Item("k", "v");
        item.Metadata["ttlInSeconds"] = "100";

        await TransactAsync(app, ("upsert", item));

        (await runtime.Redis.KeyTimeToLiveAsync($"{app.AppId}||k"))!.Value.TotalSeconds.ShouldBeInRange(90, 100);
    }

    [Theory, EveryRuntime]
    public async Task An_unknown_operation_is_unimplemented_and_a_bad_etag_internal_and_nothing_is_written(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        (await CodeAsync(() => TransactAsync(app, ("upsert", Item("a", "v")), ("merge", Item("b", "v"))))).ShouldBe("Unimplemented");
        (await CodeAsync(() => TransactAsync(app, ("upsert", Item("a", "v")), ("upsert", Item("b", "v", etag: "x"))))).ShouldBe("Internal");

        (await VersionAsync(runtime, app, "a")).ShouldBeNull();
    }

    private static async Task TransactAsync(TestApp app, params (string Kind, StateItem Item)[] operations) => await app.Raw.ExecuteStateTransactionAsync(
        new()
        {
            StoreName = "state",
            Operations = { operations.Select(o => new TransactionalStateOperation { OperationType = o.Kind, Request = o.Item }) },
        },
        app.Token,
        cancellationToken: Stop);

    private static async Task<string?> VersionAsync(RuntimeUnderTest runtime, TestApp app, string key) =>
        await runtime.Redis.HashGetAsync($"{app.AppId}||{key}", "version");
}
