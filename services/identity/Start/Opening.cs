using System.Security.Cryptography;
using Backoffice.Identity.Accounts;
using Backoffice.Identity.Issuer;
using Backoffice.Identity.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Backoffice.Identity.Start;

/// <summary>What has to be there before the first request: keys, clients, and somebody who can sign in.</summary>
internal sealed class Opening(IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await OpenKeysAsync(services.GetRequiredService<KeyRotation>(), cancellationToken);
        await ExpectOwnNamesAsync(services.GetRequiredService<IdentityDb>(), services.GetRequiredService<IdentityOptions>(), cancellationToken);
        await services.GetRequiredService<ClientRegistration>().RunAsync(cancellationToken);
        // The demonstration first: its store is not without accounts then.
        await services.GetRequiredService<DemoStart>().RunAsync(cancellationToken);
        await services.GetRequiredService<FirstStart>().RunAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task OpenKeysAsync(KeyRotation keys, CancellationToken stop)
    {
        try
        {
            await keys.OpenRingAsync(stop);
            await keys.RunAsync(stop);
        }
        catch (CryptographicException e)
        {
            throw new OptionsValidationException(IdentityOptions.Section, typeof(IdentityOptions), [
                $"{IdentityOptions.Section}__{nameof(IdentityOptions.KeyCertificateFile)}: the store's keys are locked by another certificate than this one; replicas need the same. ({e.Message})",
            ]);
        }
    }

    private static async Task ExpectOwnNamesAsync(IdentityDb db, IdentityOptions options, CancellationToken stop)
    {
        var ids = options.Clients.Select(c => Account.NameOf(c.Id)).ToList();
        var demo = options.DemoAccounts.Select(a => Account.NameOf(a.Login)).ToList();
        var taken = await db.Accounts.Where(a => ids.Contains(a.Name) || (!a.Demo && demo.Contains(a.Name))).Select(a => a.Name).FirstOrDefaultAsync(stop);
        if (taken is not null)
            throw new OptionsValidationException(IdentityOptions.Section, typeof(IdentityOptions), [
                $"{IdentityOptions.Section}__Clients or {IdentityOptions.Section}__DemoAccounts: {taken} is an account of the store already.",
            ]);
    }
}
