using Backoffice.LocalDapr.Tests.Harness;
using Dapr;
using Dapr.Client;
using Google.Protobuf;
using Grpc.Core;
using static Backoffice.LocalDapr.Tests.Harness.StateCalls;

namespace Backoffice.LocalDapr.Tests.State;

public sealed class BulkStateTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task A_bulk_get_answers_every_key_and_names_what_cannot_be_read(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("here", "v"));
        await runtime.Redis.HashSetAsync($"{app.AppId}||broken", "data", "d");

        var reply = await app.Raw.GetBulkStateAsync(
            new() { StoreName = "state", Keys = { "here", "absent", "broken" } }, app.Token, cancellationToken: Stop);

        var items = reply.Items.ToDictionary(i => i.Key);
        (items["here"].Data.ToStringUtf8(), items["here"].Etag, items["here"].Error).ShouldBe(("v", "1", ""));
        (items["absent"].Data.Length, items["absent"].Etag, items["absent"].Error).ShouldBe((0, "", ""));
        items["broken"].Error.ShouldNotBeEmpty();
    }

    [Theory, EveryRuntime]
    public async Task A_bulk_save_applies_the_others_when_one_is_refused(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("b", "old"));

        var code = await CodeAsync(() => SaveAsync(app, Item("a", "new"), Item("b", "new", etag: "9"), Item("c", "new")));

        code.ShouldBe("Aborted");
        (await ValueAsync(app, "a"), await ValueAsync(app, "b"), await ValueAsync(app, "c")).ShouldBe(("new", "old", "new"));
    }

    [Theory, EveryRuntime]
    public async Task A_bulk_delete_applies_the_others_when_one_is_refused(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("a", "v"), Item("b", "v"));

        var code = await CodeAsync(async () => await app.Raw.DeleteBulkStateAsync(
            new() { StoreName = "state", States = { Item("a", ""), Item("b", "", etag: "9") } }, app.Token, cancellationToken: Stop));

        code.ShouldBe("Aborted");
        (await ValueAsync(app, "a"), await ValueAsync(app, "b")).ShouldBe(("", "v"));
    }

    [Theory, EveryRuntime]
    public async Task The_sdk_deletes_in_bulk_with_its_token_but_forgets_it_when_it_saves_in_bulk(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        await SaveAsync(app, Item("a", "v"));

        await app.Dapr.DeleteBulkStateAsync("state", [new BulkDeleteStateItem("a", "1")], Stop);
        var refused = await Should.ThrowAsync<DaprException>(() =>
            app.Dapr.SaveBulkStateAsync("state", [new SaveStateItem<string>("a", "v", "")], Stop));

        (await ValueAsync(app, "a")).ShouldBe("");
        refused.InnerException.ShouldBeOfType<RpcException>().StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Theory, EveryRuntime]
    public async Task A_message_above_four_mebibytes_is_refused(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var item = Item("large", "");
        item.Value = ByteString.CopyFrom(new byte[(4 << 20) + 1]);

        (await CodeAsync(() => SaveAsync(app, item))).ShouldBe("ResourceExhausted");
    }

    private static async Task<string> ValueAsync(TestApp app, string key) =>
        (await app.Raw.GetStateAsync(new() { StoreName = "state", Key = key }, app.Token, cancellationToken: Stop)).Data.ToStringUtf8();
}
