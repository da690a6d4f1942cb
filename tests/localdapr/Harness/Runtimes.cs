using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Backoffice.LocalDapr.Tests.Harness.Runtimes))]

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>The runtimes under test; each is started by the first case that needs it and shared by all. Cases use names of their own.</summary>
public sealed class Runtimes : IAsyncDisposable
{
    private readonly ConcurrentDictionary<RuntimeKind, Lazy<Task<RuntimeUnderTest>>> _started = [];

    /// <summary>StackExchange.Redis configuration of a server that the tests may fill and flush.</summary>
    public static string? RedisAddress => Environment.GetEnvironmentVariable("BACKOFFICE_TEST_REDIS");

    public static string? WhyNot(RuntimeKind kind) => kind switch
    {
        RuntimeKind.Garnet => null,
        _ when RedisAddress is null => "because BACKOFFICE_TEST_REDIS names no Redis server that the tests may flush",
        RuntimeKind.Daprd when OnPath("daprd") is null => "because daprd is not on PATH",
        _ => null,
    };

    public static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    public Task<RuntimeUnderTest> GetAsync(RuntimeKind kind) => _started.GetOrAdd(kind, k => new(() => StartAsync(k))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var runtime in _started.Values)
            await (await runtime.Value).DisposeAsync();
    }

    private static async Task<RuntimeUnderTest> StartAsync(RuntimeKind kind) => kind switch
    {
        RuntimeKind.Garnet => await LocalUnderTest.OnGarnetAsync(),
        RuntimeKind.Redis => await LocalUnderTest.OnRedisAsync(RedisAddress!),
        _ => await DaprdUnderTest.StartAsync(OnPath("daprd")!, RedisAddress!, RuntimeUnderTest.Folder("testdata")),
    };
}
