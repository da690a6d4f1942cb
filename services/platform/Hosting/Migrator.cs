using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Hosting;

/// <summary>Brings the store to the version of the program before anything else starts. Replicas wait for each other.</summary>
internal sealed class Migrator(IServiceScopeFactory scopes, StoreConnections connections, PlatformOptions options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Store == StoreKind.Sqlite)
            System.IO.Directory.CreateDirectory(options.DataFolder);
        await using var alone = connections.Postgres is { } postgres ? await postgres.OpenConnectionAsync(cancellationToken) : null;
        if (alone is not null)
            await connections.KeepOthersFromMigratingAsync(alone, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.MigrateAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
