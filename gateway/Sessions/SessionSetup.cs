using Backoffice.Platform.Errors;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Redis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Backoffice.Gateway.Sessions;

/// <summary>
/// Sign-in for browsers: authorisation code with PKCE at the issuer, the tokens in Redis, a cookie that only names the
/// session. Pages never see a token; the gateway adds it on the way in.
/// </summary>
internal static class SessionSetup
{
    /// <summary>Backchannel to the issuer; the configuration reads from the inside what browsers reach from the outside.</summary>
    public const string Backchannel = "issuer";

    public static void Add(IServiceCollection services, PlatformOptions platform, GatewayOptions options)
    {
        services.AddSingleton<SessionStore>().AddSingleton<SessionRefresh>();
        services.AddSingleton(new RingLock(options.ClientSecret)).AddSingleton<IConfigureOptions<KeyManagementOptions>, SharedKeyRing>();
        services.AddDataProtection().SetApplicationName("backoffice-gateway");
        var https = platform.Issuer.StartsWith("https:", StringComparison.Ordinal);
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = https ? "__Host-backoffice" : "backoffice";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = c => c.HttpContext.RequestServices.GetRequiredService<SessionRefresh>().ValidateAsync(c);
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);
        if (options.ClientSecret.Length > 0)
            authentication.AddOpenIdConnect(oidc => Configure(oidc, platform, options));
    }

    public static void Use(WebApplication app, GatewayOptions options)
    {
        if (options.ClientSecret.Length > 0)
            app.UseAuthentication();
        app.Use(async (context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true && !SameSite(context.Request))
                throw PlatformErrors.CrossSite();
            await next(context);
        });
    }

    public static void Map(WebApplication app, GatewayOptions options)
    {
        if (options.ClientSecret.Length == 0)
            return;
        app.MapGet("/signin", (string? returnUrl) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = LocalOrRoot(returnUrl) }, [OpenIdConnectDefaults.AuthenticationScheme]));
        app.MapPost("/signout", (HttpContext context) => context.User.Identity?.IsAuthenticated == true
            ? Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme])
            : Results.Redirect("/"));
        app.MapGet("/session", (HttpContext context) => Results.Json(new { account = context.User.FindFirst("sub")?.Value, name = context.User.FindFirst("name")?.Value }));
    }

    /// <summary>The access token of the request's session; null without one.</summary>
    public static async Task<string?> AccessTokenAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? await context.GetTokenAsync("access_token") : null;

    private static void Configure(OpenIdConnectOptions oidc, PlatformOptions platform, GatewayOptions options)
    {
        oidc.Authority = platform.Issuer;
        oidc.RequireHttpsMetadata = platform.Issuer.StartsWith("https:", StringComparison.Ordinal);
        oidc.ClientId = options.ClientId;
        oidc.ClientSecret = options.ClientSecret;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.SaveTokens = true;
        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = false;
        oidc.TokenValidationParameters.NameClaimType = "name";
        oidc.Events.OnRemoteFailure = NotSignedInAsync;
        // The issuer leads back by a link, with which Lax cookies travel; the default would need TLS even on one machine.
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = oidc.RequireHttpsMetadata ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }
        oidc.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "offline_access"])
            oidc.Scope.Add(scope);
        if (options.Services.TryGetValue("identity", out var inside))
            oidc.BackchannelHttpHandler = new InsideHandler(new Uri(platform.Issuer), new Uri(inside.Split(',')[0]));
    }

    // Cancelled at the issuer, or a link that was used before or kept too long: nothing is wrong with the gateway.
    private static Task NotSignedInAsync(RemoteFailureContext context)
    {
        GatewayLog.NotSignedIn(context.HttpContext.RequestServices.GetRequiredService<ILogger<SessionStore>>(), context.Failure?.Message ?? "");
        context.Response.Redirect("/signin/failed");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    // Lax cookies travel with links from elsewhere but not with their posts; this is the second lock. A read is harmless: the
    // answer stays in the browser of whoever asked.
    private static bool SameSite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey("authorization"))
            return true;
        if (request.Headers.TryGetValue("sec-fetch-site", out var site))
            return site == "same-origin";
        return request.Headers.TryGetValue("origin", out var origin) && origin == $"{request.Scheme}://{request.Host}";
    }

    private static string LocalOrRoot(string? url) =>
        url is { Length: > 0 } && url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\')) ? url : "/";
}
