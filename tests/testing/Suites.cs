using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Xunit;

namespace Backoffice.Testing;

/// <summary>One running suite per kind of database, shared by the tests of an assembly and started when first asked for.</summary>
public abstract class Suites(params ServiceModule[] modules) : IAsyncLifetime
{
    private readonly Lazy<Task<Suite>> _sqlite = new(() => Suite.StartAsync(StoreKind.Sqlite, modules));
    private readonly Lazy<Task<Suite>> _postgres = new(() => Suite.StartAsync(StoreKind.Postgres, modules));

    public Task<Suite> On(StoreKind store) => store == StoreKind.Sqlite ? _sqlite.Value : _postgres.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var suite in new[] { _sqlite, _postgres }.Where(s => s.IsValueCreated))
            await (await suite.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
