using System.Globalization;
using System.Security.Claims;
using Backoffice.Identity.Accounts;
using Backoffice.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Backoffice.Identity.SignIn;

/// <summary>
/// The issuer's own cookies: one of a person who has signed in, one of a sign-in under way. The first names its
/// session, which holds while its row stands under the account's stamp; so replicas share them and a change of the account ends them.
/// </summary>
internal static class SessionCookies
{
    public const string SignedIn = "signed-in";
    public const string Pending = "pending";

    private static readonly TimeSpan PendingLife = TimeSpan.FromMinutes(10);

    public static void Add(IServiceCollection services, IdentityOptions options, bool https) => services.AddAuthentication(SignedIn)
        .AddCookie(SignedIn, cookie =>
        {
            Harden(cookie, "identity", https);
            cookie.ExpireTimeSpan = options.SessionLife;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
        })
        .AddCookie(Pending, cookie =>
        {
            Harden(cookie, "identity-pending", https);
            cookie.ExpireTimeSpan = PendingLife;
        });

    /// <summary>Name of a cookie: bound to the host where the browser can be told so.</summary>
    public static string CookieName(string name, bool https) => (https ? "__Host-" : "") + "backoffice-" + name;

    public static Task SignInAsync(HttpContext context, Account account, Session session) => context.SignInAsync(SignedIn, PrincipalOf(
        SignedIn,
        new Claim(SessionClaims.Login, account.Login),
        new Claim(SessionClaims.Stamp, account.Credential.Stamp.ToString()),
        new Claim(SessionClaims.Session, session.Id),
        new Claim(SessionClaims.SignInTime, session.SignInTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))));

    public static Task WaitForAsync(HttpContext context, Step next, Account account) => context.SignInAsync(Pending, PrincipalOf(
        Pending,
        new Claim(SessionClaims.Login, account.Login),
        new Claim(SessionClaims.Stamp, account.Credential.Stamp.ToString()),
        new Claim(SessionClaims.Step, next.ToString())));

    /// <summary>The sign-in under way, when it is at this step.</summary>
    public static async Task<PendingSignIn?> PendingAtAsync(HttpContext context, Step step) =>
        PendingSignIn.Of((await context.AuthenticateAsync(Pending)).Principal) is { } pending && pending.Next == step ? pending : null;

    private static void Harden(CookieAuthenticationOptions cookie, string name, bool https)
    {
        cookie.Cookie.Name = CookieName(name, https);
        cookie.Cookie.HttpOnly = true;
        // Lax, not Strict: the way to the issuer begins on a client's page.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.SlidingExpiration = false;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIns = context.HttpContext.RequestServices.GetRequiredService<SignIns>();
        if (context.Principal?.FindFirstValue(SessionClaims.Login) is { } login && Guid.TryParse(context.Principal.FindFirstValue(SessionClaims.Stamp), out var stamp)
            && context.Principal.FindFirstValue(SessionClaims.Session) is { } session && await signIns.IsGoodAsync(login, stamp, session, context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SignedIn);
    }

    private static ClaimsPrincipal PrincipalOf(string scheme, params Claim[] claims) => new(new ClaimsIdentity(claims, scheme));
}
