using System.Security.Claims;
using Backoffice.Identity.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Backoffice.Identity.Issuer;

/// <summary>Gives tokens. Client, code, verifier and refresh token have been checked by OpenIddict; here the account is.</summary>
internal sealed class TokenEndpoint(IdentityDb db, TokenPrincipal principals, DemoGrant demo, IdentityOptions options, TimeProvider clock)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var request = IssuerEndpoints.RequestOf(context);
        if (request.IsClientCredentialsGrantType())
            return OfMachine(request);
        if (request.GrantType == DemoGrant.Name)
            return await demo.HandleAsync(request, context.RequestAborted);
        return await OfPersonAsync((await context.AuthenticateAsync(Scheme)).Principal!, context.RequestAborted);
    }

    private IResult OfMachine(OpenIddictRequest request)
    {
        var client = options.Clients.Single(c => c.Id == request.ClientId);
        return Results.SignIn(principals.Of(client.Id, client.Id, client.Roles, []), null, Scheme);
    }

    private async Task<IResult> OfPersonAsync(ClaimsPrincipal granted, CancellationToken stop)
    {
        var name = Account.NameOf(granted.GetClaim(Claims.Subject)!);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, stop);
        // A change of the account has revoked the grant already, unless they met.
        if (account is null || !account.IsOpen(options.Demo) || granted.GetClaim(TokenPrincipal.Stamp) != account.Credential.Stamp.ToString())
            return IssuerEndpoints.Refuse(Errors.InvalidGrant, "The account has changed; sign in again.");
        if (!await UseSessionAsync(granted.GetClaim(TokenPrincipal.Session) ?? "", stop))
            return IssuerEndpoints.Refuse(Errors.InvalidGrant, "The session has ended; sign in again.");
        return Results.SignIn(TokenPrincipal.Renew(granted, account), null, Scheme);
    }

    /// <summary>Notes that a session is in use; false when it has ended.</summary>
    private async Task<bool> UseSessionAsync(string id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUseTime, now), stop) > 0;
    }
}
