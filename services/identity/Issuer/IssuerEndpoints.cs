using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Backoffice.Identity.Issuer;

/// <summary>The issuer's own protocol; what OpenIddict leaves to the application. One file each.</summary>
internal static class IssuerEndpoints
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    public static void Map(WebApplication app)
    {
        app.MapMethods(IssuerSetup.Authorize, GetOrPost, (HttpContext c, AuthorizeEndpoint e) => e.HandleAsync(c));
        app.MapPost(IssuerSetup.Token, (HttpContext c, TokenEndpoint e) => e.HandleAsync(c));
        app.MapMethods(IssuerSetup.UserInfo, GetOrPost, (Delegate)UserInfoAsync);
        app.MapMethods(IssuerSetup.EndSession, GetOrPost, (HttpContext c, EndSessionEndpoint e) => e.HandleAsync(c));
    }

    public static OpenIddictRequest RequestOf(HttpContext context) =>
        context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");

    /// <summary>Refuses in the protocol's own way.</summary>
    public static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [Scheme]);

    // The access token has been checked by OpenIddict; it says all there is.
    private static async Task<IResult> UserInfoAsync(HttpContext context)
    {
        var token = (await context.AuthenticateAsync(Scheme)).Principal!;
        return Results.Json(new Dictionary<string, object?>
        {
            [OpenIddictConstants.Claims.Subject] = token.GetClaim(OpenIddictConstants.Claims.Subject),
            [OpenIddictConstants.Claims.Name] = token.GetClaim(OpenIddictConstants.Claims.Name),
            [OpenIddictConstants.Claims.Role] = token.GetClaims(OpenIddictConstants.Claims.Role),
        });
    }
}
