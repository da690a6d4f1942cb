using Backoffice.Identity.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Sessions;

internal sealed partial class SessionService
{
    public override async Task<EndMySessionResponse> EndMySession(EndMySessionRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var id = request.Name[(request.Name.LastIndexOf('/') + 1)..];
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.Account == OwnAccount, stop);
        if (session is null || Session.NameOf(session.Account, session.Id) != request.Name)
            throw IdentityErrors.SessionNotFound(request.Name);

        await ended.EndAsync(turn, [session], stop);
        return await turn.CommitAsync(new EndMySessionResponse());
    }
}
