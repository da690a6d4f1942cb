using Backoffice.Identity.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Redis;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;

namespace Backoffice.Identity.Sessions;

/// <summary>
/// Ends sessions in the turn of a change: their rows, so that neither cookie nor refresh token is good any more; their access
/// tokens, which every service refuses once it is told; and what the gateway keeps of them.
/// </summary>
internal sealed class EndedSessions(IdentityDb db, RevokedTokens revoked, RedisConnection redis)
{
    /// <summary>Ends these, and no other session of the account.</summary>
    public async Task EndAsync(Turn turn, IReadOnlyCollection<Session> sessions, CancellationToken stop)
    {
        Remove(sessions);
        foreach (var session in sessions)
        {
            await revoked.VoidSessionAsync(db, session.Id, stop);
            turn.Publish(new SessionEnded { Account = session.Account, Session = Session.NameOf(session.Account, session.Id) });
        }
    }

    /// <summary>Ends all sessions of an account whose tokens are voided otherwise, and tells how many there were.</summary>
    public async Task<int> EndAllAsync(string account, CancellationToken stop)
    {
        var sessions = await db.Sessions.Where(s => s.Account == account).ToListAsync(stop);
        Remove(sessions);
        return sessions.Count;
    }

    // Whoever comes with the cookie next is a stranger at once; should Redis be away, the tokens in there are void all the same.
    private void Remove(IReadOnlyCollection<Session> sessions)
    {
        db.Sessions.RemoveRange(sessions);
        var kept = sessions.Select(s => BrowserSession.KeyOf(s.Id)).ToArray();
        if (kept.Length > 0)
            db.AfterCommit(() => redis.Database.KeyDelete(kept, CommandFlags.FireAndForget));
    }
}
