using Backoffice.Archive.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    private const int ChunkBytes = 64 * 1024;

    public override async Task DownloadArchiveItem(
        DownloadArchiveItemRequest request, IServerStreamWriter<DownloadArchiveItemResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var item = await FindAsync(db.ArchiveItems.AsNoTracking(), request.Name, stop);
        await using var content = await blobs.OpenAsync(item.Sha256, stop) ?? throw ArchiveErrors.ContentMissing(item.Name);

        var chunk = new DownloadArchiveItemResponse { ArchiveItem = item.ToProto() };
        var buffer = new byte[ChunkBytes];
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, stop)) > 0)
        {
            chunk.Data = ByteString.CopyFrom(buffer, 0, read);
            await responseStream.WriteAsync(chunk, stop);
            chunk = new DownloadArchiveItemResponse();
        }
    }
}
