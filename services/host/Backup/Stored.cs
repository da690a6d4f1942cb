using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;

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
}
