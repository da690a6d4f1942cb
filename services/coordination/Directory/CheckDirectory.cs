using Backoffice.Coordination.V1;
using Grpc.Core;

namespace Backoffice.Coordination.Directory;

internal sealed partial class DirectoryService
{
    public override async Task<CheckDirectoryResponse> CheckDirectory(CheckDirectoryRequest request, ServerCallContext context)
    {
        var directory = await DirectoryPublisher.ReadAsync(db, clock.GetUtcNow(), context.CancellationToken);
        return new CheckDirectoryResponse { Findings = { DirectoryCheck.Of(directory) } };
    }
}
