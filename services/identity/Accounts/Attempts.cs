using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Accounts;

/// <summary>Counts wrong passwords and codes, and locks the account after too many. Each attempt is an audit entry with why it was refused, and so is each lock-out.</summary>
internal sealed class Attempts(IdentityDb db, IdentityOptions options, TimeProvider clock)
{
    /// <summary>Who tried to sign in with a name that no account has; the name itself may be a mistyped password.</summary>
    private const string Nobody = "unknown";

    /// <summary>Records a wrong password or code of an account.</summary>
    public async Task FailAsync(Account account, Refusal why, CancellationToken stop)
    {
        bool locked;
        await using (var turn = await db.BeginTurnAsync(Writer.For(account.Login, "identity/SignInFailed", account.Name), stop))
        {
            var credential = await db.Credentials.SingleAsync(c => c.Account == account.Name, stop);
            locked = credential.Fail(clock.GetUtcNow(), options.LockAfter, options.LockLife);
            await turn.CommitRefusedAsync(why);
        }
        if (locked)
        {
            await using var turn = await db.BeginTurnAsync(Writer.For(account.Login, "identity/LockOut", account.Name), stop);
            await turn.CommitAsync();
        }
    }

    /// <summary>Records an attempt that counts against nobody: the name is unknown, or the account is closed or locked.</summary>
    public async Task RefuseAsync(Account? account, Refusal why, CancellationToken stop)
    {
        await using var turn = await db.BeginTurnAsync(Writer.For(account?.Login ?? Nobody, "identity/SignInFailed", account?.Name ?? ""), stop);
        await turn.CommitRefusedAsync(why);
    }
}
