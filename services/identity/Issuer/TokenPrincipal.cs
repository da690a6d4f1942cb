using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Backoffice.Identity.Accounts;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Backoffice.Identity.Issuer;

/// <summary>What tokens say. `sub` is the login name or the client id; `role` is a list even of one.</summary>
internal sealed class TokenPrincipal(PlatformOptions platform)
{
    /// <summary>Of codes and refresh tokens only: the stamp of the account they were issued under.</summary>
    public const string Stamp = "stamp";

    /// <summary>Of codes and refresh tokens only: the second before which the account's access tokens are void.</summary>
    public const string NotBefore = "not_before";

    /// <summary>The browser's session that tokens were issued in; none where nobody signed in by a browser.</summary>
    public const string Session = TokenFacts.SessionClaim;

    /// <summary>A principal for an account's tokens.</summary>
    public ClaimsPrincipal Of(Account account, ImmutableArray<string> scopes, long signInTime, string session = "")
    {
        var principal = Of(account.Login, account.DisplayName, account.Roles.Select(RoleNames.NameOf), scopes);
        principal.SetClaim(Claims.AuthenticationTime, signInTime).SetClaim(Session, session);
        return Under(account, principal);
    }

    /// <summary>The same grant, with what the account says now.</summary>
    public static ClaimsPrincipal Renew(ClaimsPrincipal granted, Account account)
    {
        var identity = new ClaimsIdentity(granted.Claims, TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        var principal = new ClaimsPrincipal(identity);
        Say(identity, account.Login, account.DisplayName, account.Roles.Select(RoleNames.NameOf));
        return Under(account, principal);
    }

    /// <summary>A principal for a machine's tokens.</summary>
    public ClaimsPrincipal Of(string id, string name, IEnumerable<string> roles, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        Say(identity, id, name, roles);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes);
        principal.SetResources(platform.Audience);
        principal.SetDestinations(DestinationsOf);
        return principal;
    }

    private static void Say(ClaimsIdentity identity, string id, string name, IEnumerable<string> roles)
    {
        identity.SetClaim(Claims.Subject, id).SetClaim(Claims.Name, name).RemoveClaims(Claims.Role);
        // One claim that is a JSON list: claim by claim, a single role would become plain text in the token.
        identity.AddClaim(new Claim(Claims.Role, JsonSerializer.Serialize(roles), JsonClaimValueTypes.JsonArray));
    }

    private static ClaimsPrincipal Under(Account account, ClaimsPrincipal principal)
    {
        principal.SetClaim(Stamp, account.Credential.Stamp.ToString());
        principal.SetClaim(NotBefore, account.Credential.TokensNotBefore.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        principal.SetDestinations(DestinationsOf);
        return principal;
    }

    private static IEnumerable<string> DestinationsOf(Claim claim) => claim.Type switch
    {
        Claims.Subject or Claims.Name or Claims.AuthenticationTime or Session => [Destinations.AccessToken, Destinations.IdentityToken],
        Claims.Role => [Destinations.AccessToken],
        // Anything else stays in codes and refresh tokens, which only the issuer reads.
        _ => [],
    };
}
