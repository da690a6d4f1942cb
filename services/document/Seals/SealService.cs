using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Seals;

/// <summary>The rpcs of the register of seals; one file each.</summary>
internal sealed partial class SealService(DocumentDb db, Caller caller, DirectoryCache directory, OfficeClock clock) : V1.SealService.SealServiceBase;

/// <summary>Finds a seal by its name.</summary>
internal static class SealLookup
{
    /// <exception cref="Platform.Errors.Refusal">SEAL_NOT_FOUND: it is not in the register.</exception>
    public static async Task<Seal> OneAsync(this IQueryable<Seal> seals, string name, CancellationToken stop) =>
        Guid.TryParseExact(name.Split('/')[^1], "D", out var id) && await seals.SingleOrDefaultAsync(s => s.Id == id, stop) is { } found
            ? found
            : throw DocumentErrors.SealNotFound(name);
}
