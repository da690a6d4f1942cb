using System.Globalization;
using System.Security.Claims;
using Backoffice.Identity.Accounts;
using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Backoffice.Identity.Issuer;

/// <summary>Where a browser comes to sign in for a client. The suite's own clients need no consent.</summary>
internal sealed class AuthorizeEndpoint(IdentityDb db, TokenPrincipal principals, TimeProvider clock)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var request = IssuerEndpoints.RequestOf(context);
        // Session and stamp have been checked when the cookie was read.
        var session = (await context.AuthenticateAsync(SessionCookies.SignedIn)).Principal;
        var login = session?.FindFirstValue(SessionClaims.Login);
        if (login is null || request.HasPromptValue(PromptValues.Login) || IsTooOld(session!, request))
            return request.HasPromptValue(PromptValues.None)
                ? IssuerEndpoints.Refuse(Errors.LoginRequired, "Nobody is signed in.")
                : Results.Redirect(SignInFor(request));
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Name == Account.NameOf(login), context.RequestAborted);
        return Results.SignIn(principals.Of(account, request.GetScopes(), SignInTimeOf(session!), session!.FindFirstValue(SessionClaims.Session)!), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private bool IsTooOld(ClaimsPrincipal session, OpenIddictRequest request) =>
        request.MaxAge is { } most && clock.GetUtcNow().ToUnixTimeSeconds() - SignInTimeOf(session) > most;

    private static long SignInTimeOf(ClaimsPrincipal session) =>
        long.Parse(session.FindFirstValue(SessionClaims.SignInTime)!, CultureInfo.InvariantCulture);

    /// <summary>The sign-in page, and after it the same request, which by then has what it asked for.</summary>
    private static string SignInFor(OpenIddictRequest request)
    {
        var parameters = request.GetParameters().Where(p => p.Key is not (Parameters.Prompt or Parameters.MaxAge))
            .Select(p => KeyValuePair.Create<string, string?>(p.Key, (string?)p.Value));
        var self = IssuerSetup.Authorize + QueryString.Create(parameters);
        var query = QueryString.Create("returnUrl", self);
        return "/account/signin" + (request.UiLocales is { Length: > 0 } locales ? query.Add("ui_locales", locales) : query);
    }
}
