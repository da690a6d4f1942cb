using System.Globalization;
using Backoffice.Identity.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;

namespace Backoffice.Platform.Callers;

/// <summary>Every service refuses an account's older tokens from the moment the door-keeper says so. Built into every module.</summary>
internal sealed class WhenAccountTokensRevoked(ServiceDb db, RevokedTokens revoked) : IReaction<AccountTokensRevoked>
{
    private const string Collection = "accounts/";

    public Task OnAsync(AccountTokensRevoked happened, EventRecord record, CancellationToken stop) => revoked.VoidAsync(
        db,
        happened.Account[Collection.Length..],
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(happened.NotBefore, CultureInfo.InvariantCulture)),
        stop);
}
