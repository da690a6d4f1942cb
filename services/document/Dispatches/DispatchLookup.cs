using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

/// <summary>Finds a dispatch by its name.</summary>
internal static class DispatchLookup
{
    /// <exception cref="Platform.Errors.Refusal">DISPATCH_NOT_FOUND: it is not among them.</exception>
    public static async Task<Dispatch> OneAsync(this IQueryable<Dispatch> dispatches, string name, CancellationToken stop) =>
        Guid.TryParseExact(name.Split('/')[3], "D", out var id) && await dispatches.SingleOrDefaultAsync(d => d.Id == id, stop) is { } found && found.Name == name
            ? found
            : throw DocumentErrors.DispatchNotFound(name);
}
