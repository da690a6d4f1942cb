using Backoffice.Identity.Keys;
using Backoffice.Platform.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Backoffice.Identity.Issuer;

/// <summary>How OpenIddict is set up as the suite's issuer.</summary>
internal static class IssuerSetup
{
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";
    public const string UserInfo = "/connect/userinfo";
    public const string EndSession = "/connect/endsession";

    public static void Add(IServiceCollection services, IdentityOptions options, PlatformOptions platform)
    {
        services.AddSingleton<IssuerKeys>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(s => s.GetRequiredService<IssuerKeys>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(s => s.GetRequiredService<IssuerKeys>());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(server =>
            {
                AddEndpoints(server, new Uri(platform.Issuer));
                AddGrants(server, options);
                AddTokens(server, options);
            });
    }

    private static void AddEndpoints(OpenIddictServerBuilder server, Uri issuer)
    {
        server.SetIssuer(issuer)
            .SetAuthorizationEndpointUris(Authorize)
            .SetTokenEndpointUris(Token)
            .SetUserInfoEndpointUris(UserInfo)
            .SetEndSessionEndpointUris(EndSession)
            .SetRevocationEndpointUris("/connect/revoke");
        var host = server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .EnableStatusCodePagesIntegration();
        // Only where the public address itself is clear text, as on one machine.
        if (issuer.Scheme == Uri.UriSchemeHttp)
            host.DisableTransportSecurityRequirement();
    }

    private static void AddGrants(OpenIddictServerBuilder server, IdentityOptions options)
    {
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AllowClientCredentialsFlow()
            .AllowRefreshTokenFlow()
            .RegisterScopes(OpenIddictConstants.Scopes.Profile)
            .RegisterClaims(OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role)
            .Configure(Narrow);
        if (options.Demo)
            server.AllowCustomFlow(DemoGrant.Name);
    }

    /// <summary>Codes come back in the query, bound to a hashed verifier; what else the protocol knows is weaker or needs scripts.</summary>
    private static void Narrow(OpenIddictServerOptions options)
    {
        options.CodeChallengeMethods.Clear();
        options.CodeChallengeMethods.Add(OpenIddictConstants.CodeChallengeMethods.Sha256);
        options.ResponseModes.Clear();
        options.ResponseModes.Add(OpenIddictConstants.ResponseModes.Query);
    }

    private static void AddTokens(OpenIddictServerBuilder server, IdentityOptions options) => server
        // Every service reads access tokens by itself.
        .DisableAccessTokenEncryption()
        .SetAccessTokenLifetime(options.AccessTokenLife)
        .SetIdentityTokenLifetime(options.AccessTokenLife)
        .SetRefreshTokenLifetime(options.SessionLife)
        .SetRefreshTokenReuseLeeway(TimeSpan.FromSeconds(options.RefreshReuseSeconds))
        .DisableSlidingRefreshTokenExpiration()
        .AddEventHandler<ProcessSignInContext>(handler => handler.UseInlineHandler(IssueAfterRevocation)
            .SetOrder(OpenIddictServerHandlers.PrepareAccessTokenPrincipal.Descriptor.Order + 1));

    /// <summary>
    /// Tokens issued before a whole second are void. One issued right after a change, in the rest of that second, says the
    /// next one of itself: else whoever had to change the password would be shut out again.
    /// </summary>
    private static ValueTask IssueAfterRevocation(ProcessSignInContext context)
    {
        var notBefore = context.Principal?.FindFirst(TokenPrincipal.NotBefore)?.Value;
        if (context.AccessTokenPrincipal is { } token && long.TryParse(notBefore, out var seconds)
            && DateTimeOffset.FromUnixTimeSeconds(seconds) is var earliest && token.GetCreationDate() < earliest)
            token.SetCreationDate(earliest);
        return ValueTask.CompletedTask;
    }
}
