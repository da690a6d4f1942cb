using System.Security.Cryptography;
using Backoffice.Platform.Redis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace Backoffice.Gateway.Sessions;

/// <summary>Sessions in Redis, encrypted. Losing them signs people out and nothing more.</summary>
internal sealed class SessionStore(RedisConnection redis, IDataProtectionProvider protection, TimeProvider clock, ILogger<SessionStore> logger) : ITicketStore
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(10);
    private readonly IDataProtector _protector = protection.CreateProtector("sessions");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = RandomNumberGenerator.GetHexString(64, lowercase: true);
        await RenewAsync(key, ticket);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var life = ticket.Properties.ExpiresUtc is { } expires ? expires - clock.GetUtcNow() : DefaultLife;
        return redis.Database.StringSetAsync(Name(key), _protector.Protect(TicketSerializer.Default.Serialize(ticket)), life);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        try
        {
            var kept = await redis.Database.StringGetAsync(Name(key));
            return kept.IsNull ? null : TicketSerializer.Default.Deserialize(_protector.Unprotect((byte[])kept!));
        }
        catch (Exception e) when (RedisConnection.IsAway(e) || e is CryptographicException)
        {
            // Without its session a call is an anonymous one; the page leads to sign-in.
            GatewayLog.SessionsAway(logger, e);
            return null;
        }
    }

    public Task RemoveAsync(string key) => redis.Database.KeyDeleteAsync(Name(key));

    private static RedisKey Name(string key) => $"session:{key}";
}
