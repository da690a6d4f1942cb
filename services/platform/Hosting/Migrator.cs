using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Hosting;

/// <summary>Brings the store to the version of the program before anything else starts. Replicas wait for each other.</summary>
internal sealed class Migrator(IServiceScopeFactory scopes, StoreConnections connections, PlatformOptions options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(scopes, connections, options, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The same without a service around it. Answers the name of the last migration in the store.</summary>
    public static async Task<string> RunAsync(IServiceScopeFactory scopes, StoreConnections connections, PlatformOptions options, CancellationToken stop)
    {
        if (options.Store == StoreKind.Sqlite)
            System.IO.Directory.CreateDirectory(options.DataFolder);
        await using var alone = connections.Postgres is { } postgres ? await postgres.OpenConnectionAsync(stop) : null;
        if (alone is not null)
            await connections.KeepOthersFromMigratingAsync(alone, stop);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ServiceDb>().Database;
        await database.MigrateAsync(stop);
        return (await database.GetAppliedMigrationsAsync(stop)).Last();
    }
}
