using Backoffice.Identity.Accounts;
using Backoffice.Identity.Passwords;
using Backoffice.Options.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Start;

/// <summary>The accounts of a demonstration: made when they are missing, all with the one password the options name.</summary>
internal sealed class DemoStart(IdentityDb db, PasswordHashes hashes, IdentityOptions options, TimeProvider clock, ILogger<DemoStart> logger)
{
    public async Task RunAsync(CancellationToken stop)
    {
        if (options.Demo)
            await CreateAsync(stop);
        else if (await db.Accounts.AnyAsync(a => a.Demo, stop))
            IdentityLog.DemoAccountsClosed(logger);
    }

    private async Task CreateAsync(CancellationToken stop)
    {
        IdentityLog.DemoRuns(logger);
        var hash = await HashAsync(stop);
        await using var turn = await db.BeginTurnAsync(Writer.For(IdentityModule.Account, "identity/CreateDemoAccounts"), stop);
        var present = (await db.Accounts.Where(a => a.Demo).ToListAsync(stop)).ToDictionary(a => a.Login);
        foreach (var wanted in options.DemoAccounts)
        {
            if (!present.TryGetValue(wanted.Login, out var account))
                db.Accounts.Add(account = Create(wanted));
            // One who chose an own password keeps it.
            if (account.Credential.FormerHashes.Count == 0)
                account.Credential.PasswordHash = hash;
        }
        await turn.CommitAsync();
    }

    private Account Create(IdentityOptions.DemoAccount wanted)
    {
        var account = Account.Create(wanted.Login, wanted.DisplayName, passwordHash: "", demo: true, clock.GetUtcNow());
        account.Credential.ChangeRequired = false;
        account.Grant([.. wanted.Roles.Select(RoleOf)]);
        return account;
    }

    /// <summary>One hash for all; the one in use where it is of the same password.</summary>
    private async Task<string> HashAsync(CancellationToken stop)
    {
        if (options.DemoPassword.Length == 0)
            return "";
        var logins = options.DemoAccounts.Select(a => Account.NameOf(a.Login)).ToList();
        var present = await db.Credentials.AsNoTracking().Where(c => logins.Contains(c.Account)).Select(c => c.PasswordHash).FirstOrDefaultAsync(stop) ?? "";
        return await hashes.VerifyAsync(present, options.DemoPassword, stop) == PasswordVerificationResult.Success
            ? present
            : await hashes.HashAsync(options.DemoPassword, stop);
    }

    private static Role RoleOf(string name) => RoleNames.TryParse(name, out var role) ? role : throw new InvalidOperationException($"{name} passed as a role.");
}
