using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Who sees what: a document that a caller may not see is not found. Lists have the same condition in their queries.</summary>
internal static class OutgoingVisibility
{
    private static readonly CompiledQuery<DocumentDb, Guid, OutgoingDocument> Whole = new((db, id) => db.OutgoingDocuments.Where(d => d.Id == id)
        .Include(d => d.Text).Include(d => d.Lock));

    /// <summary>Loads one document whole to change it, or refuses as if it did not exist.</summary>
    public static async Task<OutgoingDocument> GetOutgoingAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        Visible(await db.AnyOutgoingAsync(name, stop), name, caller);

    /// <summary>The same only to be read.</summary>
    public static async Task<OutgoingDocument> ReadOutgoingAsync(this DocumentDb db, string name, Caller caller, CancellationToken stop) =>
        Visible(await db.ReadAnyOutgoingAsync(name, stop), name, caller);

    /// <summary>One document whole to change it, whoever may see it; null when there is none.</summary>
    public static Task<OutgoingDocument?> AnyOutgoingAsync(this DocumentDb db, string name, CancellationToken stop) => Whole.NamedAsync(OutgoingDocument.Parts, db, name, stop);

    /// <summary>The same only to be read.</summary>
    public static Task<OutgoingDocument?> ReadAnyOutgoingAsync(this DocumentDb db, string name, CancellationToken stop) => Whole.ReadNamedAsync(OutgoingDocument.Parts, db, name, stop);

    /// <summary>The name of the document that something belongs to, such as a file or a dispatch.</summary>
    public static string DocumentOf(string part) => string.Join('/', part.Split('/')[..2]);

    private static OutgoingDocument Visible(OutgoingDocument? document, string name, Caller caller) => document?.IsVisibleTo(caller) == true ? document : throw DocumentErrors.OutgoingNotFound(name);
}
