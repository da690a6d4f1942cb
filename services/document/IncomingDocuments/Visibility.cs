using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Who sees what: a document that a caller may not see is not found. Lists and searches have the same condition in their queries.</summary>
internal static class Visibility
{
    // One row by its key with its readers: whether the caller is among them costs less here than in each of the statements.
    private static readonly CompiledQuery<DocumentDb, Guid, IncomingDocument> Whole = new((db, id) => db.IncomingDocuments.Where(d => d.Id == id)
        .Include(d => d.Text).Include(d => d.Handling));

    /// <summary>Loads one document whole to change it, or refuses as if it did not exist.</summary>
    public static async Task<IncomingDocument> GetAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        Visible(await db.AnyIncomingAsync(name, stop), name, caller);

    /// <summary>The same only to be read.</summary>
    public static async Task<IncomingDocument> ReadAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        Visible(await db.ReadAnyIncomingAsync(name, stop), name, caller);

    /// <summary>One document whole to change it, whoever may see it; null when there is none.</summary>
    public static Task<IncomingDocument?> AnyIncomingAsync(this DocumentDb db, string name, CancellationToken stop) => Whole.NamedAsync(IncomingDocument.Parts, db, name, stop);

    /// <summary>The same only to be read.</summary>
    public static Task<IncomingDocument?> ReadAnyIncomingAsync(this DocumentDb db, string name, CancellationToken stop) => Whole.ReadNamedAsync(IncomingDocument.Parts, db, name, stop);

    /// <summary>What is printed on a document, for a caller who may see it, or whoever may see it where no caller is given; null when there is none.</summary>
    public static async Task<Particulars?> ReadParticularsAsync(this IQueryable<IncomingDocument> documents, string name, Caller? caller, CancellationToken stop)
    {
        if (NamedLookup.IdOf(name) is not { } id)
            return null;
        var found = documents.AsNoTracking().Where(d => d.Id == id);
        if (caller?.Principals is { } principals)
            found = found.Where(d => d.Readers.Any(r => principals.Contains(r.Principal)));
        return await found.Select(d => d.Particulars).SingleOrDefaultAsync(stop);
    }

    private static IncomingDocument Visible(IncomingDocument? document, string name, Caller caller) => document?.IsVisibleTo(caller) == true ? document : throw DocumentErrors.NotFound(name);
}
