using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Backoffice.Identity.Issuer;

/// <summary>Clears away what is kept of codes, tokens and sessions that nobody can use any more.</summary>
internal sealed class UsedTokens(
    IdentityDb db, IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, IdentityOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Leave = TimeSpan.FromHours(1);

    public async Task ClearAsync(CancellationToken stop)
    {
        // A used token stays as long as one of its family may be good: its second use must still be seen.
        var before = clock.GetUtcNow() - options.LongestToken - Leave;
        await tokens.PruneAsync(before, stop);
        await authorizations.PruneAsync(before, stop);
        await db.Sessions.Where(s => s.SignInTime < before).ExecuteDeleteAsync(stop);
    }
}
