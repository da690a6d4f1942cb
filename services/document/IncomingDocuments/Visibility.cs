using Backoffice.Platform.Callers;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Who sees what: a document that a caller may not see is not found. Lists and searches have the same condition in their queries.</summary>
internal static class Visibility
{
    /// <summary>Loads one document whole to change it, or refuses as if it did not exist.</summary>
    public static Task<IncomingDocument> GetAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        VisibleAsync(db.IncomingDocuments, name, caller, stop);

    /// <summary>The same only to be read.</summary>
    public static Task<IncomingDocument> ReadAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        VisibleAsync(db.IncomingDocuments.AsNoTracking(), name, caller, stop);

    /// <summary>One document whole, whoever may see it; null when there is none.</summary>
    public static async Task<IncomingDocument?> OneAsync(this IQueryable<IncomingDocument> documents, string name, CancellationToken stop)
    {
        if (!Guid.TryParseExact(name.Split('/')[^1], "D", out var id))
            return null;
        // One row by its key with its readers: whether the caller is among them costs less here than in each of the statements.
        return await documents.Include(d => d.Text).Include(d => d.Readers).Include(d => d.Attachments).Include(d => d.Handling).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == id, stop);
    }

    /// <summary>What is printed on a document, for a caller who may see it, or whoever may see it where no caller is given; null when there is none.</summary>
    public static async Task<Particulars?> ReadParticularsAsync(this IQueryable<IncomingDocument> documents, string name, Caller? caller, CancellationToken stop)
    {
        if (!Guid.TryParseExact(name.Split('/')[^1], "D", out var id))
            return null;
        var found = documents.AsNoTracking().Where(d => d.Id == id);
        if (caller?.Principals is { } principals)
            found = found.Where(d => d.Readers.Any(r => principals.Contains(r.Principal)));
        return await found.Select(d => d.Particulars).SingleOrDefaultAsync(stop);
    }

    private static async Task<IncomingDocument> VisibleAsync(IQueryable<IncomingDocument> documents, string name, Caller caller, CancellationToken stop) =>
        await documents.OneAsync(name, stop) is { } document && document.IsVisibleTo(caller) ? document : throw DocumentErrors.NotFound(name);
}
