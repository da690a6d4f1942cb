using Backoffice.Platform.Callers;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Who sees what: a document that a caller may not see is not found. Lists and searches have the same condition in their queries.</summary>
internal static class Visibility
{
    /// <summary>Loads one document whole to change it, or refuses as if it did not exist.</summary>
    public static Task<IncomingDocument> GetAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        OneAsync(db.IncomingDocuments, name, caller, stop);

    /// <summary>The same only to be read.</summary>
    public static Task<IncomingDocument> ReadAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        OneAsync(db.IncomingDocuments.AsNoTracking(), name, caller, stop);

    private static async Task<IncomingDocument> OneAsync(IQueryable<IncomingDocument> documents, string name, Caller caller, CancellationToken stop)
    {
        var id = IncomingDocumentProto.ToId(name);
        // One row by its key with its readers: whether the caller is among them costs less here than in each of the statements.
        var document = await documents.Include(d => d.Text).Include(d => d.Readers).Include(d => d.Attachments).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == id, stop);
        return document is not null && document.IsVisibleTo(caller) ? document : throw DocumentErrors.NotFound(name);
    }

    public static bool IsVisibleTo(this IncomingDocument document, Caller caller)
    {
        var principals = caller.Principals;
        return document.Readers.Any(r => principals.Contains(r.Principal));
    }
}
