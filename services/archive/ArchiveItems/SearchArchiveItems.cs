using Backoffice.Archive.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    public override async Task<SearchArchiveItemsResponse> SearchArchiveItems(SearchArchiveItemsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 20);
        var found = await Shelf.Index.FindAsync(db, request.Query, Shelf.Readers, page.After?.Number() ?? long.MaxValue, page.Size + 1, countTo: 0, stop);

        var keys = found.Keys.Take(page.Size).ToList();
        var items = await db.ArchiveItems.AsNoTracking().Where(i => keys.Contains(i.OrderKey)).OrderByDescending(i => i.OrderKey).ToListAsync(stop);
        return new SearchArchiveItemsResponse
        {
            ArchiveItems = { items.Select(i => i.ToProto()) },
            NextPageToken = page.Next(found.Keys, k => PageKey.Of(k)),
        };
    }
}
