using Backoffice.Identity.Accounts;
using Backoffice.Identity.Passwords;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Start;

/// <summary>No default password exists: a store without accounts gets the three administrators, with passwords made up on the spot.</summary>
internal sealed class FirstStart(IdentityDb db, PasswordHashes hashes, ShowFirstPasswords show, TimeProvider clock)
{
    private static readonly (string Login, Role Role)[] First =
        [("sysadmin", Role.SystemAdministrator), ("secadmin", Role.SecurityAdministrator), ("auditor", Role.SecurityAuditor)];

    public async Task RunAsync(CancellationToken stop)
    {
        if (await db.Accounts.AnyAsync(stop))
            return;
        var (accounts, passwords) = await MakeAsync(stop);
        await using var turn = await db.BeginTurnAsync(Writer.For(IdentityModule.Account, "identity/CreateFirstAdministrators"), stop);
        // Another replica may have been first.
        if (await db.Accounts.AnyAsync(stop))
            return;
        db.Accounts.AddRange(accounts);
        // Shown before they are kept: should the start fail in between, the next one makes and shows new ones.
        show(passwords);
        await turn.CommitAsync();
    }

    private async Task<(List<Account> Accounts, List<FirstPassword> Passwords)> MakeAsync(CancellationToken stop)
    {
        var (accounts, passwords) = (new List<Account>(), new List<FirstPassword>());
        foreach (var (login, role) in First)
        {
            var password = TemporaryPassword.For(login);
            var account = Account.Create(login, RoleTitles.ChineseOf(role), await hashes.HashAsync(password, stop), demo: false, clock.GetUtcNow());
            account.Grant([role]);
            accounts.Add(account);
            passwords.Add(new FirstPassword(login, account.DisplayName, password));
        }
        return (accounts, passwords);
    }
}
