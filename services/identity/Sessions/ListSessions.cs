using Backoffice.Identity.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Sessions;

internal sealed partial class SessionService
{
    public override async Task<ListSessionsResponse> ListSessions(ListSessionsRequest request, ServerCallContext context)
    {
        if (!await db.Accounts.AnyAsync(a => a.Name == request.Parent, context.CancellationToken))
            throw IdentityErrors.AccountNotFound(request.Parent);
        var (sessions, next) = await PageAsync(request.Parent, request, context.CancellationToken);
        return new ListSessionsResponse { Sessions = { sessions }, NextPageToken = next };
    }
}
