using Backoffice.Identity.Tests;
using Backoffice.Platform.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(IdentitySuites))]

namespace Backoffice.Identity.Tests;

/// <summary>One running office per kind of database, shared by the tests that do not need a door-keeper of their own.</summary>
public sealed class IdentitySuites : IAsyncLifetime
{
    private Lazy<Task<DoorOffice>>? _sqlite;
    private Lazy<Task<DoorOffice>>? _postgres;

    public Task<DoorOffice> On(StoreKind store) => (store == StoreKind.Sqlite ? _sqlite! : _postgres!).Value;

    public ValueTask InitializeAsync()
    {
        (_sqlite, _postgres) = (new(() => DoorOffice.StartAsync(StoreKind.Sqlite)), new(() => DoorOffice.StartAsync(StoreKind.Postgres)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var office in new[] { _sqlite, _postgres }.Where(s => s is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            await (await office!.Value).DisposeAsync();
    }
}
