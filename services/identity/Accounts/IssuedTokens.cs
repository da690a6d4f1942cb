using System.Globalization;
using Backoffice.Identity.Sessions;
using Backoffice.Identity.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using OpenIddict.Abstractions;

namespace Backoffice.Identity.Accounts;

/// <summary>
/// Ends what an account holds when its roles, password or state change: sessions here, refresh tokens and codes at the
/// issuer, and access tokens at every service. All of it in the turn of the change.
/// </summary>
internal sealed class IssuedTokens(
    IdentityDb db, EndedSessions sessions, RevokedTokens revoked, IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, TimeProvider clock)
{
    /// <summary>Ends it all, and tells how many sessions there were.</summary>
    public async Task<int> EndAsync(Turn turn, Account account, CancellationToken stop)
    {
        account.Credential.EndSessions(clock.GetUtcNow());
        var notBefore = account.Credential.TokensNotBefore;
        var ended = await sessions.EndAllAsync(account.Name, stop);
        await revoked.VoidAsync(db, account.Login, notBefore, stop);
        await tokens.RevokeBySubjectAsync(account.Login, stop);
        await authorizations.RevokeBySubjectAsync(account.Login, stop);
        turn.Publish(new AccountTokensRevoked
        {
            Account = account.Name,
            NotBefore = notBefore.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        });
        return ended;
    }
}
