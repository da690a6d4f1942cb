using Backoffice.Archive.V1;
using Backoffice.Platform.Blobs;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    public override async Task DownloadArchiveItem(
        DownloadArchiveItemRequest request, IServerStreamWriter<DownloadArchiveItemResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var item = await FindAsync(db.ArchiveItems.AsNoTracking(), request.Name, stop);
        await using var content = await blobs.OpenAsync(item.Sha256, stop) ?? throw ArchiveErrors.ContentMissing(item.Name);

        var chunk = new DownloadArchiveItemResponse { ArchiveItem = item.ToProto() };
        await foreach (var data in content.ChunksAsync(stop))
        {
            chunk.Data = data;
            await responseStream.WriteAsync(chunk, stop);
            chunk = new DownloadArchiveItemResponse();
        }
    }
}
