using Backoffice.Archive.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    public override async Task<GetArchiveItemResponse> GetArchiveItem(GetArchiveItemRequest request, ServerCallContext context)
    {
        var item = await FindAsync(db.ArchiveItems.AsNoTracking().Include(i => i.Files), request.Name, context.CancellationToken);
        return new GetArchiveItemResponse { ArchiveItem = item.ToProtoWithDetails() };
    }
}
