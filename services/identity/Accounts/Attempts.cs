using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Accounts;

/// <summary>Counts wrong passwords and codes, and locks the account after too many. Each attempt and each lock-out is an audit entry.</summary>
internal sealed class Attempts(IdentityDb db, IdentityOptions options, TimeProvider clock)
{
    /// <summary>Who tried to sign in with a name that no account has; the name itself may be a mistyped password.</summary>
    private const string Nobody = "unknown";

    /// <summary>Records a wrong password or code of an account.</summary>
    public async Task FailAsync(Account account, CancellationToken stop)
    {
        bool locked;
        await using (var turn = await db.BeginTurnAsync(Writer.For(account.Login, "identity/SignInFailed", account.Name), stop))
        {
            var credential = await db.Credentials.SingleAsync(c => c.Account == account.Name, stop);
            locked = credential.Fail(clock.GetUtcNow(), options.LockAfter, options.LockLife);
            await turn.CommitAsync();
        }
        if (locked)
            await RecordAsync(account.Login, "identity/LockOut", account.Name, stop);
    }

    /// <summary>Records an attempt that counts against nobody: the name is unknown, or the account is closed or locked.</summary>
    public Task RefuseAsync(Account? account, CancellationToken stop) =>
        RecordAsync(account?.Login ?? Nobody, "identity/SignInFailed", account?.Name ?? "", stop);

    private async Task RecordAsync(string who, string what, string resource, CancellationToken stop)
    {
        await using var turn = await db.BeginTurnAsync(Writer.For(who, what, resource), stop);
        await turn.CommitAsync();
    }
}
