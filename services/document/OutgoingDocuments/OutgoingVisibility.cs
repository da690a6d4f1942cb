using Backoffice.Platform.Callers;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Who sees what: a document that a caller may not see is not found. Lists have the same condition in their queries.</summary>
internal static class OutgoingVisibility
{
    /// <summary>Loads one document whole to change it, or refuses as if it did not exist.</summary>
    public static Task<OutgoingDocument> GetOutgoingAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        VisibleAsync(db.OutgoingDocuments, name, caller, stop);

    /// <summary>The same only to be read.</summary>
    public static Task<OutgoingDocument> ReadOutgoingAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        VisibleAsync(db.OutgoingDocuments.AsNoTracking(), name, caller, stop);

    /// <summary>One document whole, whoever may see it; null when there is none.</summary>
    public static async Task<OutgoingDocument?> OneAsync(this IQueryable<OutgoingDocument> documents, string name, CancellationToken stop)
    {
        if (!Guid.TryParseExact(name.Split('/')[^1], "D", out var id))
            return null;
        return await documents.Include(d => d.Text).ThenInclude(t => t.Annexes).Include(d => d.JointIssuers).Include(d => d.Readers).Include(d => d.Overrides).Include(d => d.Review).Include(d => d.Lock)
            .Include(d => d.Attachments).ThenInclude(a => a.Hidden).AsSplitQuery()
            .SingleOrDefaultAsync(d => d.Id == id, stop);
    }

    /// <summary>The name of the document that something belongs to, such as a file or a dispatch.</summary>
    public static string DocumentOf(string part) => string.Join('/', part.Split('/')[..2]);

    private static async Task<OutgoingDocument> VisibleAsync(IQueryable<OutgoingDocument> documents, string name, Caller caller, CancellationToken stop) =>
        await documents.OneAsync(name, stop) is { } document && document.IsVisibleTo(caller) ? document : throw DocumentErrors.OutgoingNotFound(name);
}
