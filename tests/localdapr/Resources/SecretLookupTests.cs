using Backoffice.LocalDapr.Tests.Harness;
using Grpc.Core;
using static Backoffice.LocalDapr.Tests.Harness.OwnRuntime;

namespace Backoffice.LocalDapr.Tests.Resources;

public sealed class SecretLookupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_reference_is_read_from_the_folder_that_kubernetes_would_mount()
    {
        using var folder = TempFolder.With(Component("s", "state.redis", "- {name: keyPrefix, secretKeyRef: {name: office, key: prefix}}"));
        var secrets = Path.GetDirectoryName(folder.Write("secrets/office/prefix", "from-secret\n"))!;
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = folder.Path, SecretsPath = Path.GetDirectoryName(secrets) });
        await using var app = await runtime.StartAppAsync();

        await app.Dapr.SaveStateAsync("s", "k", "v", cancellationToken: Stop);

        (await runtime.Redis.KeyExistsAsync("from-secret||k")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_secret_file_answers_single_and_all_secrets_and_knows_what_it_lacks()
    {
        using var folder = new TempFolder();
        var file = folder.Write("secrets/office.json", """{"pin":"1234","nested":{"key":"deep"}}""");
        folder.Write("resources/secrets.yaml", $"""
            kind: Component
            metadata: {"{"}name: vault{"}"}
            spec:
              type: secretstores.local.file
              version: v1
              metadata:
                - {"{"}name: secretsFile, value: "{file}"{"}"}
            """);
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = Path.Combine(folder.Path, "resources") });
        await using var app = await runtime.StartAppAsync();

        (await app.Dapr.GetSecretAsync("vault", "nested:key", cancellationToken: Stop))["nested:key"].ShouldBe("deep");
        (await app.Dapr.GetBulkSecretAsync("vault", cancellationToken: Stop)).Keys.ShouldBe(["pin", "nested:key"], ignoreOrder: true);
        (await CodeAsync(app, "vault", "none"), await CodeAsync(app, "elsewhere", "pin")).ShouldBe((StatusCode.Internal, StatusCode.InvalidArgument));
    }

    [Fact]
    public async Task Without_a_secret_store_asking_for_a_secret_is_a_failed_precondition()
    {
        using var folder = TempFolder.With(Component("p", "pubsub.redis"));
        await using var runtime = await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = folder.Path });
        await using var app = await runtime.StartAppAsync();

        (await CodeAsync(app, "vault", "pin")).ShouldBe(StatusCode.FailedPrecondition);
        var state = await Should.ThrowAsync<RpcException>(async () => await app.Raw.GetStateAsync(new() { StoreName = "s", Key = "k" }, app.Token, cancellationToken: Stop));
        var locks = await Should.ThrowAsync<RpcException>(async () =>
            await app.Raw.TryLockAlpha1Async(new() { StoreName = "l", ResourceId = "r", LockOwner = "o", ExpiryInSeconds = 1 }, app.Token, cancellationToken: Stop));
        (state.StatusCode, locks.StatusCode).ShouldBe((StatusCode.FailedPrecondition, StatusCode.FailedPrecondition));
    }

    private static async Task<StatusCode> CodeAsync(TestApp app, string store, string key) => (await Should.ThrowAsync<RpcException>(async () =>
        await app.Raw.GetSecretAsync(new() { StoreName = store, Key = key }, app.Token, cancellationToken: Stop))).StatusCode;
}
