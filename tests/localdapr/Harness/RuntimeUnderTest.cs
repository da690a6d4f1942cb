using StackExchange.Redis;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>Something that gives apps a sidecar, and the Redis it writes to.</summary>
public abstract class RuntimeUnderTest(RuntimeKind kind, IConnectionMultiplexer connection) : IAsyncDisposable
{
    public RuntimeKind Kind => kind;

    public bool IsDaprd => kind == RuntimeKind.Daprd;

    public bool HasStreams => kind != RuntimeKind.Garnet;

    public IDatabase Redis => connection.GetDatabase();

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>Starts an app with a sidecar, attached and ready to be delivered to.</summary>
    public abstract Task<TestApp> StartAppAsync(TestAppPlan plan);

    public Task<TestApp> StartAppAsync() => StartAppAsync(new TestAppPlan());

    public virtual async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
