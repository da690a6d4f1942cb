using Backoffice.Identity.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Sessions;

internal sealed partial class SessionService
{
    public override async Task<EndSessionsResponse> EndSessions(EndSessionsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == request.Parent, stop) ?? throw IdentityErrors.AccountNotFound(request.Parent);

        var count = await issued.EndAsync(turn, account, stop);
        return await turn.CommitAsync(new EndSessionsResponse { EndedCount = count });
    }
}
