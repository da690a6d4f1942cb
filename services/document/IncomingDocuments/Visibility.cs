using Backoffice.Platform.Callers;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Who sees what, as part of every query: a document that a caller may not see is not found.</summary>
internal static class Visibility
{
    public static IQueryable<IncomingDocument> VisibleTo(this IQueryable<IncomingDocument> documents, Caller caller)
    {
        var principals = caller.Principals;
        return documents.Where(d => d.Readers.Any(r => principals.Contains(r.Principal)));
    }

    /// <summary>Loads one document whole to change it, or refuses as if it did not exist.</summary>
    public static Task<IncomingDocument> GetAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        OneAsync(db.IncomingDocuments, name, caller, stop);

    /// <summary>The same only to be read.</summary>
    public static Task<IncomingDocument> ReadAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        OneAsync(db.IncomingDocuments.AsNoTracking(), name, caller, stop);

    private static async Task<IncomingDocument> OneAsync(IQueryable<IncomingDocument> documents, string name, Caller caller, CancellationToken stop)
    {
        var id = IncomingDocumentProto.ToId(name);
        return await documents.VisibleTo(caller)
            .Include(d => d.Text).Include(d => d.Readers).Include(d => d.Attachments).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw DocumentErrors.NotFound(name);
    }
}
