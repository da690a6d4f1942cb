using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Xunit;

namespace Backoffice.Testing;

/// <summary>One running suite per kind of database, shared by the tests of an assembly and started when first asked for.</summary>
public abstract class Suites(params ServiceModule[] modules) : IAsyncLifetime
{
    private readonly ServiceModule[] _modules = modules;
    private Lazy<Task<Suite>>? _sqlite;
    private Lazy<Task<Suite>>? _postgres;

    public Task<Suite> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite! : _postgres!).Value;

    /// <summary>What a suite needs before its first test, such as a directory.</summary>
    protected virtual Task PrepareAsync(Suite suite) => Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        (_sqlite, _postgres) = (new(() => StartAsync(StoreKind.Sqlite)), new(() => StartAsync(StoreKind.Postgres)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var suite in new[] { _sqlite, _postgres }.Where(s => s is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await suite!.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<Suite> StartAsync(StoreKind store)
    {
        var suite = await Suite.StartAsync(store, _modules);
        await PrepareAsync(suite);
        return suite;
    }
}
