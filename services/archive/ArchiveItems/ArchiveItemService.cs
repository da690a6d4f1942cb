using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

/// <summary>The rpcs of archive items; one file each.</summary>
internal sealed partial class ArchiveItemService(ArchiveDb db, IBlobStore blobs, Caller caller, OfficeClock clock, Shelf shelf)
    : V1.ArchiveItemService.ArchiveItemServiceBase
{
    private static async Task<ArchiveItem> FindAsync(IQueryable<ArchiveItem> items, string name, CancellationToken stop) =>
        Guid.TryParseExact(name.Split('/')[1], "D", out var id) && await items.SingleOrDefaultAsync(i => i.Id == id, stop) is { } item
            ? item
            : throw ArchiveErrors.NotFound(name);
}
