using Backoffice.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Backoffice.Identity.Issuer;

/// <summary>
/// Brings the registered clients to what the options say: new ones in, changed ones changed, all others out. Writes nothing
/// when they agree, so that replicas starting together meet only at the very first start.
/// </summary>
internal sealed class ClientRegistration(IOpenIddictApplicationManager applications, IdentityDb db, IdentityOptions options, PlatformOptions platform)
{
    private const int Attempts = 5;

    public async Task RunAsync(CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RegisterAsync([.. Wanted()], stop);
                return;
            }
            catch (Exception e) when (e is DbUpdateException or OpenIddictExceptions.ConcurrencyException or OpenIddictExceptions.ValidationException && attempt < Attempts)
            {
                // Another replica did the same, before, during or after this one's look; what it wrote is read again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task RegisterAsync(IReadOnlyList<OpenIddictApplicationDescriptor> wanted, CancellationToken stop)
    {
        var registered = new Dictionary<string, object>();
        await foreach (var application in applications.ListAsync(cancellationToken: stop))
            registered.Add((await applications.GetClientIdAsync(application, stop))!, application);
        foreach (var client in wanted)
        {
            if (!registered.Remove(client.ClientId!, out var application))
                await applications.CreateAsync(client, stop);
            else if (!await IsSameAsync(application, client, stop))
                await applications.UpdateAsync(application, client, stop);
        }
        foreach (var application in registered.Values)
            await applications.DeleteAsync(application, stop);
    }

    private async Task<bool> IsSameAsync(object application, OpenIddictApplicationDescriptor wanted, CancellationToken stop)
    {
        var present = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(present, application, stop);
        return present.ClientType == wanted.ClientType
            && present.Permissions.SetEquals(wanted.Permissions) && present.Requirements.SetEquals(wanted.Requirements)
            && present.RedirectUris.SetEquals(wanted.RedirectUris) && present.PostLogoutRedirectUris.SetEquals(wanted.PostLogoutRedirectUris)
            && (wanted.ClientSecret is null || await applications.ValidateClientSecretAsync(application, wanted.ClientSecret, stop));
    }

    private IEnumerable<OpenIddictApplicationDescriptor> Wanted()
    {
        if (options.WebClientSecret.Length > 0)
            yield return Web();
        foreach (var client in options.Clients)
        {
            yield return new OpenIddictApplicationDescriptor
            {
                ClientId = client.Id,
                ClientSecret = client.Secret,
                ClientType = ClientTypes.Confidential,
                Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.GrantTypes.ClientCredentials },
            };
        }
        if (options.Demo)
        {
            yield return new OpenIddictApplicationDescriptor
            {
                ClientId = IdentityModule.CommandClient,
                ClientType = ClientTypes.Public,
                Permissions = { Permissions.Endpoints.Token, Permissions.Prefixes.GrantType + DemoGrant.Name },
            };
        }
    }

    private OpenIddictApplicationDescriptor Web()
    {
        var issuer = new Uri(platform.Issuer);
        return new OpenIddictApplicationDescriptor
        {
            ClientId = IdentityModule.WebClient,
            ClientSecret = options.WebClientSecret,
            ClientType = ClientTypes.Confidential,
            RedirectUris = { new Uri(issuer, "signin-oidc") },
            // The front page, and where the gateway's own sign-out comes back to.
            PostLogoutRedirectUris = { issuer, new Uri(issuer, "signout-callback-oidc") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
    }
}
