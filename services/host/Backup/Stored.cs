using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Host.Backup;

/// <summary>Looks into the store of a service that does not run.</summary>
internal static class Stored
{
    /// <summary>Does something with a service's store.</summary>
    public static async Task<T> WithAsync<T>(ServiceModule module, PlatformOptions options, Func<ServiceDb, Task<T>> look)
    {
        await using var container = module.BuildStore(options);
        await using var scope = container.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<ServiceDb>());
    }

    public static Task<StoreContent> ContentAsync(ServiceModule module, PlatformOptions options, CancellationToken stop) =>
        WithAsync(module, options, db => StoreContent.OfAsync(db, stop));

    /// <summary>Whether this program knows a change of a service's tables. Those of a later version it does not.</summary>
    public static Task<bool> KnowsAsync(ServiceModule module, StoreKind store, string migration)
    {
        // Asked of the program: the database that the text names is never opened.
        var nowhere = new PlatformOptions { Store = store, ConnectionString = store == StoreKind.Postgres ? "Host=localhost" : "Data Source=:memory:" };
        return WithAsync(module, nowhere, db => Task.FromResult(db.Database.GetMigrations().Contains(migration)));
    }
}
