using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

/// <summary>The rpcs of archive items; one file each.</summary>
internal sealed partial class ArchiveItemService(ArchiveDb db, IBlobStore blobs, Caller caller, OfficeClock clock, ArchiveOptions options)
    : V1.ArchiveItemService.ArchiveItemServiceBase
{
    /// <summary>The index of everything an item can be found by.</summary>
    internal static readonly TextIndex Index = new("archive_item_index");

    /// <summary>Who reads the archive reads all of it: the contract's roles decide, and the index knows one reader.</summary>
    internal static readonly string[] Readers = ["archive"];

    private static async Task<ArchiveItem> FindAsync(IQueryable<ArchiveItem> items, string name, CancellationToken stop) =>
        Guid.TryParseExact(name.Split('/')[1], "D", out var id) && await items.SingleOrDefaultAsync(i => i.Id == id, stop) is { } item
            ? item
            : throw ArchiveErrors.NotFound(name);
}
