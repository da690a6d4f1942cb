using System.Security.Claims;
using System.Security.Cryptography;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Redis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Backoffice.Gateway.Sessions;

/// <summary>
/// Sessions in Redis, encrypted, each under the id that the issuer gave it, so that who ends a session there takes it away
/// here. The id opens nothing: the cookie that names it is encrypted. Losing them signs people out and nothing more.
/// </summary>
internal sealed class SessionStore(RedisConnection redis, IDataProtectionProvider protection, TimeProvider clock, ILogger<SessionStore> logger) : ITicketStore
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(10);
    private readonly IDataProtector _protector = protection.CreateProtector("sessions");

    /// <summary>The issuer's id of a session; a site's own issuer may tell none.</summary>
    public static string? IdOf(ClaimsPrincipal? principal) => principal?.FindFirst(TokenFacts.SessionClaim)?.Value is { Length: > 0 } id ? id : null;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = IdOf(ticket.Principal) ?? RandomNumberGenerator.GetHexString(64, lowercase: true);
        await KeepAsync(key, ticket, When.Always);
        return key;
    }

    // A session that was ended meanwhile does not come back by being renewed.
    public Task RenewAsync(string key, AuthenticationTicket ticket) => KeepAsync(key, ticket, When.Exists);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        try
        {
            var kept = await redis.Database.StringGetAsync(BrowserSession.KeyOf(key));
            return kept.IsNull ? null : TicketSerializer.Default.Deserialize(_protector.Unprotect((byte[])kept!));
        }
        catch (Exception e) when (RedisConnection.IsAway(e) || e is CryptographicException)
        {
            // Without its session a call is an anonymous one; the page leads to sign-in.
            GatewayLog.SessionsAway(logger, e);
            return null;
        }
    }

    public Task RemoveAsync(string key) => redis.Database.KeyDeleteAsync(BrowserSession.KeyOf(key));

    private Task KeepAsync(string key, AuthenticationTicket ticket, When when)
    {
        var life = ticket.Properties.ExpiresUtc is { } expires ? expires - clock.GetUtcNow() : DefaultLife;
        return redis.Database.StringSetAsync(BrowserSession.KeyOf(key), _protector.Protect(TicketSerializer.Default.Serialize(ticket)), life, when: when);
    }
}
