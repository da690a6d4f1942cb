using Backoffice.Coordination.V1;
using Grpc.Core;

namespace Backoffice.Coordination.Directory;

internal sealed partial class DirectoryService
{
    public override async Task<GetDirectoryResponse> GetDirectory(GetDirectoryRequest request, ServerCallContext context) =>
        new() { Directory = await DirectoryPublisher.ReadAsync(db, clock.GetUtcNow(), context.CancellationToken) };
}
