using Backoffice.Archive.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    public override async Task<ListArchiveItemsResponse> ListArchiveItems(ListArchiveItemsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var items = db.ArchiveItems.AsNoTracking().Where(i => i.ReferenceCode.CompareTo(after) > 0);
        if (request.FilingYear > 0)
            items = items.Where(i => i.FilingYear == request.FilingYear);
        var rows = await items.OrderBy(i => i.ReferenceCode).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListArchiveItemsResponse
        {
            ArchiveItems = { rows.Take(page.Size).Select(i => i.ToProto()) },
            NextPageToken = page.Next(rows, i => PageKey.Of(i.ReferenceCode)),
        };
    }
}
