using Backoffice.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Backoffice.Identity.Passwords;

/// <summary>Judges and hashes a password somebody chooses. Slow: done before a turn begins.</summary>
internal sealed class NewPasswords(PasswordHashes hashes)
{
    /// <summary>Every rule the choice breaks, the account's history included.</summary>
    public async Task<IReadOnlyList<PasswordRule>> BrokenAsync(Account account, string password, CancellationToken stop)
    {
        var broken = PasswordRules.Broken(password, account.Login);
        return await WasUsedAsync(account.Credential, password, stop) ? [.. broken, PasswordRule.History] : broken;
    }

    public Task<string> HashAsync(string password, CancellationToken stop) => hashes.HashAsync(password, stop);

    private async Task<bool> WasUsedAsync(Credential credential, string password, CancellationToken stop)
    {
        foreach (var hash in credential.UsedHashes)
        {
            if (await hashes.VerifyAsync(hash, password, stop) != PasswordVerificationResult.Failed)
                return true;
        }
        return false;
    }
}
