using System.Security.Claims;

namespace Backoffice.Identity.SignIn;

/// <summary>A sign-in under way: whose it is, the stamp it holds under, and the step that comes next.</summary>
internal sealed record PendingSignIn(string Login, Guid Stamp, Step Next)
{
    public static PendingSignIn? Of(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(SessionClaims.Login) is { } login
        && Guid.TryParse(principal.FindFirstValue(SessionClaims.Stamp), out var stamp)
        && Enum.TryParse<Step>(principal.FindFirstValue(SessionClaims.Step), out var next) ? new(login, stamp, next) : null;
}

/// <summary>What the issuer's own cookies say.</summary>
internal static class SessionClaims
{
    public const string Login = "sub";
    public const string Stamp = "stamp";
    public const string Step = "step";

    /// <summary>Id of the session, in the cookie of whoever has signed in.</summary>
    public const string Session = "sid";

    /// <summary>When the password was proved, in seconds since 1970.</summary>
    public const string SignInTime = "auth_time";
}
