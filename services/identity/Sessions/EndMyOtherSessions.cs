using Backoffice.Identity.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Sessions;

internal sealed partial class SessionService
{
    public override async Task<EndMyOtherSessionsResponse> EndMyOtherSessions(EndMyOtherSessionsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        // A machine's token belongs to no session: there is none that it could mean to keep.
        if (caller.Session.Length == 0)
            throw IdentityErrors.SessionNotFound($"{OwnAccount}/sessions/-");
        var others = await db.Sessions.Where(s => s.Account == OwnAccount && s.Id != caller.Session).ToListAsync(stop);

        await ended.EndAsync(turn, others, stop);
        return await turn.CommitAsync(new EndMyOtherSessionsResponse { EndedCount = others.Count });
    }
}
