using Backoffice.Identity.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;

namespace Backoffice.Platform.Callers;

/// <summary>Every service refuses the tokens of a session from the moment its holder has ended it. Built into every module.</summary>
internal sealed class WhenSessionEnded(ServiceDb db, RevokedTokens revoked) : IReaction<SessionEnded>
{
    public Task OnAsync(SessionEnded happened, EventRecord record, CancellationToken stop) =>
        revoked.VoidSessionAsync(db, happened.Session[(happened.Session.LastIndexOf('/') + 1)..], stop);
}
