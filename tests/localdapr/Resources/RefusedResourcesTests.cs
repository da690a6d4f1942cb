using Backoffice.LocalDapr.Resources;
using Backoffice.LocalDapr.Tests.Harness;
using static Backoffice.LocalDapr.Tests.Harness.OwnRuntime;

namespace Backoffice.LocalDapr.Tests.Resources;

/// <summary>What the local runtime cannot honour stops its start, with a sentence that names the file and the key.</summary>
public sealed class RefusedResourcesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "unknown type", Component("s", "state.postgresql"), "'spec.type' is 'state.postgresql'" },
        { "unknown metadata", Component("s", "state.redis", "- {name: queryIndexes, value: x}"), "'spec.metadata[1].name' is 'queryIndexes'" },
        { "key of another type", Component("s", "state.redis", "- {name: consumerID, value: x}"), "is 'consumerID'" },
        { "unknown section", Component("s", "state.redis", extra: "wishes: []"), "'wishes'" },
        { "prefix with separator", Component("s", "state.redis", "- {name: keyPrefix, value: \"a||b\"}"), "'keyPrefix' must not contain" },
        { "bad number", Component("p", "pubsub.redis", "- {name: queueDepth, value: many}"), "'queueDepth' must be a whole number" },
        { "no queue", Component("p", "pubsub.redis", "- {name: queueDepth, value: \"0\"}"), "'queueDepth' must be at least 1" },
        { "bad duration", Component("p", "pubsub.redis", "- {name: processingTimeout, value: soon}"), "'processingTimeout' must be a duration" },
        { "other place-holder", Component("p", "pubsub.redis", "- {name: consumerID, value: \"{podName}\"}"), "'consumerID' may contain" },
        { "bad scopes", Component("p", "pubsub.redis", "- {name: publishingScopes, value: everybody}"), "'publishingScopes' must look like" },
        { "declared twice", Component("s", "state.redis") + Component("s", "lock.redis"), "'s' is already declared" },
        { "other kind", "kind: HTTPEndpoint\nmetadata: {name: x}", "'kind' is 'HTTPEndpoint'" },
        { "no kind", "metadata: {name: x}", "'kind' is missing" },
        { "no yaml", "kind: [", "is not YAML" },
        { "missing secret", Component("s", "state.redis", "- {name: keyPrefix, secretKeyRef: {name: vault, key: prefix}}"), "VAULT_PREFIX" },
        { "configuration section", "kind: Configuration\nspec: {wasm: {}}", "'spec.wasm'" },
        { "routing rules", "kind: Subscription\nspec: {pubsubname: p, topic: t, routes: {rules: [{match: x, path: /y}]}}", "routing rules" },
        { "bulk subscription", "kind: Subscription\nspec: {pubsubname: p, topic: t, bulkSubscribe: {enabled: true}}", "bulk delivery" },
        { "circuit breaker", "kind: Resiliency\nspec: {policies: {circuitBreakers: {x: {}}}}", "'spec.policies.circuitBreakers'" },
        { "outbound policy", "kind: Resiliency\nspec: {targets: {components: {s: {outbound: {retry: x}}}}}", "'spec.targets.components.s.outbound' is not applied" },
        { "unknown policy", "kind: Resiliency\nspec: {targets: {components: {p: {inbound: {retry: none}}}}}", "names the policy 'none'" },
        { "default policy", "kind: Resiliency\nspec: {policies: {retries: {DefaultRetryPolicy: {policy: constant}}}}", "'spec.policies.retries.DefaultRetryPolicy'" },
        { "bad policy", "kind: Resiliency\nspec: {policies: {retries: {r: {policy: random}}}}", "must be constant or exponential" },
        { "bad codes", "kind: Resiliency\nspec: {policies: {retries: {r: {matching: {gRPCStatusCodes: \"14,x\"}}}}}", "'spec.policies.retries.r.matching.gRPCStatusCodes'" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task A_resource_that_cannot_be_honoured_stops_the_start(string what, string yaml, string message)
    {
        using var folder = TempFolder.With(yaml);
        var options = new LocalDaprOptions { ResourcesPath = folder.Path, RedisAddress = "127.0.0.1:1,connectTimeout=100" };

        var refused = await Should.ThrowAsync<ResourceException>(() => LocalDaprRuntime.StartAsync(options, Stop), what);

        refused.Message.ShouldContain(message);
        refused.Message.ShouldContain("resources.yaml");
    }

    [Theory]
    [InlineData("failover", "\"true\"")]
    [InlineData("redisType", "cluster")]
    public async Task Sentinel_and_cluster_need_an_address_of_one_node(string key, string value)
    {
        using var folder = TempFolder.With(Component("s", "state.redis", $"- {{name: {key}, value: {value}}}"));

        var refused = await Should.ThrowAsync<ResourceException>(() => LocalDaprRuntime.StartAsync(new() { ResourcesPath = folder.Path }, Stop));

        refused.Message.ShouldContain($"'{key}'");
    }

    [Fact]
    public async Task A_server_out_of_reach_stops_the_start_and_is_named()
    {
        using var folder = TempFolder.With(Component("s", "state.redis"));

        var refused = await Should.ThrowAsync<ResourceException>(() =>
            LocalDaprRuntime.StartAsync(new() { ResourcesPath = folder.Path, RedisAddress = "127.0.0.1:1,connectTimeout=100" }, Stop));

        refused.Message.ShouldContain("component 's' cannot reach Redis at");
        refused.Message.ShouldNotContain("password");
    }

    [Fact]
    public async Task A_missing_folder_stops_the_start()
    {
        var refused = await Should.ThrowAsync<ResourceException>(() => LocalDaprRuntime.StartAsync(new() { ResourcesPath = "/nowhere/at/all" }, Stop));

        refused.Message.ShouldContain("/nowhere/at/all");
    }
}
