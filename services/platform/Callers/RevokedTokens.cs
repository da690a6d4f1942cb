using System.Collections.Concurrent;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Callers;

/// <summary>
/// Accounts and sessions whose older tokens are void, kept in the service's own database: an event reaches one replica of a service,
/// and every replica reads the table every few seconds.
/// </summary>
public sealed class RevokedTokens(IServiceScopeFactory scopes, ILogger<RevokedTokens> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LongestToken = TimeSpan.FromHours(12);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Nothing is issued in a session that has ended, so that voiding a little ahead harms nobody; a token may say the next second of itself.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Told> _told = new();
    private IReadOnlyDictionary<string, DateTimeOffset> _read = new Dictionary<string, DateTimeOffset>();

    /// <summary>True when a token of the account, issued then in that session, is void; the session is empty where there is none.</summary>
    // A token tells its issue in seconds; one of the same second counts as issued after. Who voids tokens rounds up.
    public bool Includes(string account, string session, DateTimeOffset issuedAt) =>
        IsVoid(account, issuedAt) || (session.Length > 0 && IsVoid(OfSession(session), issuedAt));

    /// <summary>Voids the tokens of one session in the same way, and none of the account's others.</summary>
    public Task VoidSessionAsync(ServiceDb db, string session, CancellationToken stop) => VoidAsync(db, OfSession(session), clock.GetUtcNow() + Ahead, stop);

    /// <summary>
    /// Voids older tokens when the store's running turn commits: its row is what other replicas read, and this one knows at
    /// once. Should the turn not commit, the next reading of the table makes this replica forget again.
    /// </summary>
    public async Task VoidAsync(ServiceDb db, string account, DateTimeOffset notBefore, CancellationToken stop)
    {
        var row = await db.Revocations.FindAsync([account], stop);
        if (row is null)
            db.Revocations.Add(row = new Revocation { Account = account, NotBefore = notBefore });
        else if (row.NotBefore < notBefore)
            row.NotBefore = notBefore;
        _told[account] = new Told(row.NotBefore, clock.GetTimestamp());
    }

    // While the store is away readiness says so, and what is known stays in force until it is back.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, clock, ReadAsync, e => PlatformLog.RevocationsNotRead(logger, e), stoppingToken);

    private async Task ReadAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (begun, since) = (clock.GetTimestamp(), clock.GetUtcNow() - LongestToken);
        _read = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Revocations.AsNoTracking()
            .Where(r => r.NotBefore > since)
            .ToDictionaryAsync(r => r.Account, r => r.NotBefore, stop);
        // What was told just before may not have been committed when the table was read; it stays until the table must have it.
        foreach (var (account, told) in _told)
        {
            if (clock.GetElapsedTime(told.At, begun) > Interval)
                _told.TryRemove(new(account, told));
        }
    }

    // No account is called so: a login name has no slash.
    private static string OfSession(string session) => $"sessions/{session}";

    private bool IsVoid(string key, DateTimeOffset issuedAt) =>
        (_read.TryGetValue(key, out var read) && IsBefore(issuedAt, read)) || (_told.TryGetValue(key, out var told) && IsBefore(issuedAt, told.NotBefore));

    private static bool IsBefore(DateTimeOffset issuedAt, DateTimeOffset notBefore) => issuedAt.ToUnixTimeSeconds() < notBefore.ToUnixTimeSeconds();

    /// <summary>What this replica was told itself, and when by the clock's own count.</summary>
    private sealed record Told(DateTimeOffset NotBefore, long At);
}
