using System.Collections.Concurrent;
using Backoffice.Platform.Redis;
using StackExchange.Redis;

namespace Backoffice.Gateway.Limits;

/// <summary>
/// Budgets of calls, a token bucket per spender in Redis, so that all replicas of the gateway count together. A replica
/// takes a handful of units at a time and spends them by itself, so most calls need no round trip. While Redis is away
/// each replica counts alone.
/// </summary>
internal sealed class Budgets(RedisConnection redis, GatewayOptions options, TimeProvider clock, ILogger<Budgets> logger)
{
    private const int Handful = 64;
    private const int MostLeases = 50_000;
    private static readonly TimeSpan LeaseLife = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AlonePause = TimeSpan.FromSeconds(5);

    // Returns the units granted, up to those asked for. Time is the caller's, in milliseconds: Garnet's TIME is not called in
    // scripts, and a second of clock difference between replicas is a second of refill.
    private const string Script = """
        local bucket = redis.call('HMGET', KEYS[1], 'units', 'at')
        local burst, rate, now, asked = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        local units, at = tonumber(bucket[1]) or burst, tonumber(bucket[2]) or now
        if now > at then units = math.min(burst, units + (now - at) * rate / 1000) else now = at end
        local granted = math.min(asked, math.floor(units))
        redis.call('HSET', KEYS[1], 'units', tostring(units - granted), 'at', tostring(now))
        redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 1000)
        return granted
        """;

    private readonly ConcurrentDictionary<string, Lease> _leases = new();
    private DateTimeOffset _aloneUntil;

    /// <summary>Spends units; zero when the budget holds them, else how long until it does.</summary>
    public async ValueTask<TimeSpan> SpendAsync(Spender spender, int units)
    {
        if (_leases.Count > MostLeases)
            _leases.Clear();
        var lease = _leases.GetOrAdd(spender.Key, _ => new Lease());
        if (lease.TryTake(units, clock.GetUtcNow()))
            return TimeSpan.Zero;
        var (burst, perSecond) = spender.Known ? (options.Burst, options.UnitsPerSecond) : (options.AnonymousBurst, options.AnonymousUnitsPerSecond);
        var asked = Math.Max(units, Math.Min(Handful, burst / 10));
        var granted = await AskAsync(spender.Key, burst, perSecond, asked) ?? lease.AskAlone(burst, perSecond, asked, clock.GetUtcNow());
        return lease.AddAndTake(granted, units, clock.GetUtcNow() + LeaseLife) ? TimeSpan.Zero : TimeSpan.FromSeconds((double)units / perSecond);
    }

    // Null while Redis is away.
    private async Task<int?> AskAsync(string key, int burst, int perSecond, int asked)
    {
        if (clock.GetUtcNow() < _aloneUntil)
            return null;
        try
        {
            var granted = await redis.Database.ScriptEvaluateAsync(
                Script, [$"budget:{key}"], [burst, perSecond, clock.GetUtcNow().ToUnixTimeMilliseconds(), asked]);
            return (int)granted;
        }
        catch (Exception e) when (RedisConnection.IsAway(e))
        {
            GatewayLog.BudgetsAlone(logger, e);
            _aloneUntil = clock.GetUtcNow() + AlonePause;
            return null;
        }
    }
}
