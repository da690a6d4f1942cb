namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>A runtime of one case, which may misconfigure, stop and break it.</summary>
internal static class OwnRuntime
{
    public static async Task<RuntimeUnderTest> StartAsync(RuntimeKind kind, string? yaml = null, bool strict = false)
    {
        using var folder = yaml is null ? null : TempFolder.With(yaml);
        var resources = folder?.Path ?? RuntimeUnderTest.Folder("testdata");
        return kind switch
        {
            RuntimeKind.Garnet => await LocalUnderTest.OnGarnetAsync(o => o with { ResourcesPath = resources, Strict = strict }),
            RuntimeKind.Redis => await LocalUnderTest.OnRedisAsync(Runtimes.RedisAddress!, change: o => o with { ResourcesPath = resources, Strict = strict }),
            _ => await DaprdUnderTest.StartAsync(Runtimes.OnPath("daprd")!, Runtimes.RedisAddress!, resources),
        };
    }

    /// <summary>A component of the address that the runtime under test replaces.</summary>
    public static string Component(string name, string type, string metadata = "", string extra = "") =>
        $$"""
        ---
        apiVersion: dapr.io/v1alpha1
        kind: Component
        metadata: {name: {{name}}}
        spec:
          type: {{type}}
          version: v1
          metadata:
            - {name: redisHost, value: "redis.test:6379"}
            {{metadata}}
        {{extra}}

        """;
}
