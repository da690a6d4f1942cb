using System.Security.Claims;
using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Backoffice.Identity.Issuer;

/// <summary>
/// Where a client sends a browser to sign out. With the id_token of the very session it is done at once; without, the person
/// is asked, because any page can send a browser here.
/// </summary>
internal sealed class EndSessionEndpoint(SignIns signIns, IOpenIddictAuthorizationManager authorizations)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var hint = (await context.AuthenticateAsync(Scheme)).Principal;
        var holder = (await context.AuthenticateAsync(SessionCookies.SignedIn)).Principal;
        var login = holder?.FindFirstValue(SessionClaims.Login);
        if (login is not null && hint?.GetClaim(OpenIddictConstants.Claims.Subject) != login)
            return Results.Redirect("/account/signout" + QueryString.Create("returnUrl", SelfOf(context)));
        if (login is not null)
        {
            await context.SignOutAsync(SessionCookies.SignedIn);
            await RevokeAsync(hint!, context.RequestAborted);
            await signIns.SignOutAsync(holder!, context.RequestAborted);
        }
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);
    }

    /// <summary>The refresh token that belongs to the session ends with it.</summary>
    private async Task RevokeAsync(ClaimsPrincipal hint, CancellationToken stop)
    {
        if (hint.GetAuthorizationId() is { } id && await authorizations.FindByIdAsync(id, stop) is { } authorization)
            await authorizations.TryRevokeAsync(authorization, stop);
    }

    private static string SelfOf(HttpContext context)
    {
        var parameters = IssuerEndpoints.RequestOf(context).GetParameters().Select(p => KeyValuePair.Create<string, string?>(p.Key, (string?)p.Value));
        return IssuerSetup.EndSession + QueryString.Create(parameters);
    }
}
