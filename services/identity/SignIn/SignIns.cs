using System.Security.Claims;
using Backoffice.Identity.Accounts;
using Backoffice.Identity.Keys;
using Backoffice.Identity.Passwords;
using Backoffice.Identity.SecondFactor;
using Backoffice.Identity.Sessions;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.SignIn;

/// <summary>What comes next for a person who signs in.</summary>
internal enum Step
{
    /// <summary>Not let in; one answer for every reason, so that nothing is learned from it.</summary>
    Refused,

    /// <summary>The second factor is asked for.</summary>
    Code,

    /// <summary>The temporary password must be changed.</summary>
    NewPassword,

    /// <summary>Signed in.</summary>
    Done,
}

/// <summary>The next step, the account whose step it is, null when refused, and the session of whoever is signed in by it.</summary>
internal sealed record Progress(Step Step, Account? Account, Session? Session = null);

/// <summary>
/// The way in: password, then the second factor where one is enrolled, then the change of a temporary password. What is slow
/// happens before the turn, and the turn looks again whether it still holds.
/// </summary>
internal sealed class SignIns(
    IdentityDb db, PasswordHashes hashes, NewPasswords newPasswords, Attempts attempts, IssuedTokens issued, EndedSessions ended, StoredSecrets secrets,
    Visitor visitor, IdentityOptions options, TimeProvider clock)
{
    private static readonly Progress Refused = new(Step.Refused, null);

    /// <summary>First step.</summary>
    public async Task<Progress> ProvePasswordAsync(string login, string password, CancellationToken stop)
    {
        var account = LoginName.IsValid(login) ? await FindAsync(login, stop) : null;
        var outcome = await hashes.VerifyAsync(account?.Credential.PasswordHash ?? "", password, stop);
        if (account is null || !MayEnter(account))
        {
            await attempts.RefuseAsync(account, WhyNot(account), stop);
            return Refused;
        }
        if (outcome == PasswordVerificationResult.Failed)
        {
            await attempts.FailAsync(account, IdentityErrors.WrongPassword(), stop);
            return Refused;
        }
        if (outcome == PasswordVerificationResult.SuccessRehashNeeded)
            await RehashAsync(account, await hashes.HashAsync(password, stop), stop);
        return account.Credential.TotpSecret is not null ? new Progress(Step.Code, account) : await PassAsync(account, stop);
    }

    /// <summary>Second step, where a second factor is enrolled.</summary>
    public async Task<Progress> ProveCodeAsync(PendingSignIn pending, string code, CancellationToken stop)
    {
        if (await FindPendingAsync(pending, stop) is not { Credential.TotpSecret: not null } account)
            return Refused;
        if (await UseCodeAsync(account, code, stop))
            return await PassAsync(account, stop);
        await attempts.FailAsync(account, IdentityErrors.WrongCode(), stop);
        // Locked by this attempt: the way in starts again, and ends at the password until the lock is over.
        return MayEnter((await FindAsync(account.Login, stop))!) ? new Progress(Step.Code, account) : Refused;
    }

    /// <summary>The rules that a choice for the temporary password's successor breaks; null when the way in has to start again.</summary>
    public async Task<IReadOnlyList<PasswordRule>?> JudgeAsync(PendingSignIn pending, string password, CancellationToken stop) =>
        await FindPendingAsync(pending, stop) is { } account ? await newPasswords.BrokenAsync(account, password, stop) : null;

    /// <summary>Third step, where the password was temporary. The choice has been judged.</summary>
    public async Task<Progress> ChangePasswordAsync(PendingSignIn pending, string password, CancellationToken stop)
    {
        var hash = await newPasswords.HashAsync(password, stop);
        await using (var turn = await db.BeginTurnAsync(Writer.For(pending.Login, "identity/ChangePassword", Account.NameOf(pending.Login)), stop))
        {
            var account = await db.Accounts.SingleAsync(a => a.Name == Account.NameOf(pending.Login), stop);
            if (!account.Credential.ChangeRequired || !IsStill(account, pending.Stamp))
                return Refused;
            account.Credential.ChangePassword(hash);
            await issued.EndAsync(turn, account, stop);
            await turn.CommitAsync();
        }
        return await PassAsync((await FindAsync(pending.Login, stop))!, stop);
    }

    /// <summary>True while this session, begun under this stamp, is good.</summary>
    public async Task<bool> IsGoodAsync(string login, Guid stamp, string session, CancellationToken stop) =>
        await FindAsync(login, stop) is { } account && account.IsOpen(options.Demo) && account.Credential.Stamp == stamp
        && await db.Sessions.AnyAsync(s => s.Id == session && s.Account == account.Name, stop);

    /// <summary>Ends a session whose holder signs out in its browser.</summary>
    public async Task SignOutAsync(ClaimsPrincipal holder, CancellationToken stop)
    {
        var (login, id) = (holder.FindFirstValue(SessionClaims.Login)!, holder.FindFirstValue(SessionClaims.Session)!);
        await using var turn = await db.BeginTurnAsync(Writer.For(login, "identity/SignOut", Account.NameOf(login)), stop);
        await ended.EndAsync(turn, await db.Sessions.Where(s => s.Id == id).ToListAsync(stop), stop);
        await turn.CommitAsync();
    }

    private Task<Account?> FindAsync(string login, CancellationToken stop)
    {
        var name = Account.NameOf(login);
        return db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, stop);
    }

    private async Task<Account?> FindPendingAsync(PendingSignIn pending, CancellationToken stop) =>
        await FindAsync(pending.Login, stop) is { } account && IsStill(account, pending.Stamp) ? account : null;

    private bool MayEnter(Account account) => account.IsOpen(options.Demo) && !account.Credential.IsLocked(clock.GetUtcNow());

    /// <summary>For the audit trail only: whoever was refused is told nothing of it.</summary>
    private Refusal WhyNot(Account? account) => account switch
    {
        null => IdentityErrors.AccountNotFound(""),
        _ when !account.IsOpen(options.Demo) => IdentityErrors.AccountDisabled(account.Name),
        _ when account.Credential.IsLocked(clock.GetUtcNow()) => IdentityErrors.AccountLocked(account.Name),
        // Roles, password or state changed while the person was signing in.
        _ => PlatformErrors.Conflict(),
    };

    private bool IsStill(Account account, Guid stamp) => MayEnter(account) && account.Credential.Stamp == stamp;

    private async Task RehashAsync(Account proved, string hash, CancellationToken stop)
    {
        await using var turn = await db.BeginTurnAsync(Writer.For(proved.Login, "identity/RenewPasswordHash", proved.Name), stop);
        var credential = await db.Credentials.SingleAsync(c => c.Account == proved.Name, stop);
        if (credential.PasswordHash != proved.Credential.PasswordHash)
            return;
        credential.PasswordHash = hash;
        await turn.CommitAsync();
    }

    private async Task<bool> UseCodeAsync(Account proved, string code, CancellationToken stop)
    {
        await using var turn = await db.BeginTurnAsync(Writer.For(proved.Login, "identity/UseCode", proved.Name), stop);
        var credential = await db.Credentials.SingleAsync(c => c.Account == proved.Name, stop);
        if (credential.TotpSecret is null || Totp.StepOf(code, secrets.UnprotectTotp(credential.TotpSecret), clock.GetUtcNow(), credential.TotpLastStep) is not { } step)
            return false;
        credential.UseTotp(step);
        await turn.CommitAsync();
        return true;
    }

    /// <summary>Lets in whoever has proved everything, unless the password must be changed first.</summary>
    private async Task<Progress> PassAsync(Account proved, CancellationToken stop)
    {
        if (proved.Credential.ChangeRequired)
            return new Progress(Step.NewPassword, proved);
        await using (var turn = await db.BeginTurnAsync(Writer.For(proved.Login, "identity/SignIn", proved.Name), stop))
        {
            var account = await db.Accounts.SingleAsync(a => a.Name == proved.Name, stop);
            if (IsStill(account, proved.Credential.Stamp))
            {
                var session = Session.Begin(account.Name, visitor, clock.GetUtcNow());
                account.Credential.SignIn(session.SignInTime);
                db.Sessions.Add(session);
                await turn.CommitAsync();
                return new Progress(Step.Done, account, session);
            }
        }
        await attempts.RefuseAsync(proved, WhyNot(await FindAsync(proved.Login, stop)), stop);
        return Refused;
    }
}
