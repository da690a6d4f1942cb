using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Sessions;

internal sealed partial class SessionService
{
    public override async Task<ListMySessionsResponse> ListMySessions(ListMySessionsRequest request, ServerCallContext context)
    {
        var (sessions, next) = await PageAsync(OwnAccount, request, context.CancellationToken);
        return new ListMySessionsResponse { Sessions = { sessions }, NextPageToken = next };
    }
}
