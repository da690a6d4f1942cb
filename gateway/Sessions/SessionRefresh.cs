using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Backoffice.Gateway.Sessions;

/// <summary>Exchanges a session's refresh token shortly before its access token ends; a refusal ends the session.</summary>
internal sealed class SessionRefresh(IOptionsMonitor<OpenIdConnectOptions> options, SessionStore sessions, TimeProvider clock, ILogger<SessionRefresh> logger)
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var tokens = context.Properties;
        if (!DateTimeOffset.TryParse(tokens.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var ends) || ends - Before > clock.GetUtcNow())
            return;
        var answer = await ExchangeAsync(tokens.GetTokenValue("refresh_token") ?? "", context.HttpContext.RequestAborted);
        if (answer?.AccessToken is not { Length: > 0 })
        {
            GatewayLog.RefreshRefused(logger);
            context.RejectPrincipal();
            // Else the next sign-in in this browser would be kept under the id of the session that is over.
            if (SessionStore.IdOf(context.Principal) is { } session)
                await sessions.RemoveAsync(session);
            return;
        }
        tokens.UpdateTokenValue("access_token", answer.AccessToken);
        tokens.UpdateTokenValue("refresh_token", answer.RefreshToken);
        var life = int.Parse(answer.ExpiresIn, CultureInfo.InvariantCulture);
        tokens.UpdateTokenValue("expires_at", clock.GetUtcNow().AddSeconds(life).ToString("o", CultureInfo.InvariantCulture));
        context.ShouldRenew = true;
    }

    private async Task<OpenIdConnectMessage?> ExchangeAsync(string refreshToken, CancellationToken stop)
    {
        var oidc = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var issuer = await oidc.ConfigurationManager!.GetConfigurationAsync(stop);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = oidc.ClientId!,
            ["client_secret"] = oidc.ClientSecret!,
        });
        using var response = await oidc.Backchannel.PostAsync(issuer.TokenEndpoint, form, stop);
        return response.IsSuccessStatusCode ? new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(stop)) : null;
    }
}
