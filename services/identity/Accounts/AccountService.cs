using Backoffice.Identity.Keys;
using Backoffice.Identity.Passwords;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Grpc.Core;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Caller = Backoffice.Platform.Callers.Caller;

namespace Backoffice.Identity.Accounts;

/// <summary>The rpcs of accounts; one file each.</summary>
internal sealed partial class AccountService(
    IdentityDb db, Caller caller, Attempts attempts, IssuedTokens issued, PasswordHashes hashes, NewPasswords newPasswords,
    StoredSecrets secrets, Permissions permissions, IdentityOptions options, TimeProvider clock) : V1.AccountService.AccountServiceBase
{
    private async Task<Account> FindAsync(string name, CancellationToken stop) =>
        await db.Accounts.SingleOrDefaultAsync(a => a.Name == name, stop) ?? throw IdentityErrors.AccountNotFound(name);

    /// <summary>The account to change, in the running turn. Nobody changes the own one.</summary>
    private Task<Account> FindOtherAsync(string name, CancellationToken stop) =>
        name == Account.NameOf(caller.Account) ? throw IdentityErrors.OwnAccount() : FindAsync(name, stop);

    /// <summary>Each administrator role that the account is about to lose must have another open account.</summary>
    private async Task ExpectOtherHoldersAsync(Account account, IEnumerable<Role> lost, CancellationToken stop)
    {
        foreach (var role in lost.Where(r => Administrators.Roles.Contains(r)))
        {
            if (!await db.Accounts.AnyAsync(a => a.Name != account.Name && !a.Disabled && a.Roles.Contains(role), stop))
                throw IdentityErrors.LastAdministrator(account.Name, role);
        }
    }

    /// <summary>
    /// Answers a repeat before slow work or a check that the first call has made false: the password of a repeated change is
    /// the old one by now.
    /// </summary>
    private async Task AnswerRepeatAsync(ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
    }

    /// <summary>The caller's own account, once the password shows that it is really the caller. Slow: done before a turn begins.</summary>
    private async Task<Account> ProveOwnAsync(string password, CancellationToken stop)
    {
        var name = Account.NameOf(caller.Account);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, stop) ?? throw IdentityErrors.AccountNotFound(name);
        var outcome = await hashes.VerifyAsync(account.Credential.PasswordHash, password, stop);
        if (account.Credential.IsLocked(clock.GetUtcNow()))
            throw IdentityErrors.AccountLocked(name);
        if (outcome != PasswordVerificationResult.Failed)
            return account;
        var wrong = IdentityErrors.WrongPassword();
        await attempts.FailAsync(account, wrong, stop);
        throw wrong;
    }

    /// <summary>The same account in the running turn; what was proved or chosen outside must still be so.</summary>
    private async Task<Account> FindUnchangedAsync(Account proved, CancellationToken stop)
    {
        var account = await FindAsync(proved.Name, stop);
        if (account.Credential.IsLocked(clock.GetUtcNow()))
            throw IdentityErrors.AccountLocked(account.Name);
        if (account.Credential.Stamp != proved.Credential.Stamp)
            throw Platform.Errors.PlatformErrors.Conflict();
        return account;
    }
}
