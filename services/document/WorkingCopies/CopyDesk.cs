using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Platform.Callers;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.WorkingCopies;

/// <summary>The caller's working copies: found, and gone once what they hold was saved in earnest.</summary>
internal sealed class CopyDesk(DocumentDb db, Caller caller)
{
    /// <summary>The caller's copies of one text.</summary>
    public IQueryable<WorkingCopy> OwnOf(string parent)
    {
        var person = caller.Actor;
        return db.WorkingCopies.Where(c => c.Parent == parent && c.Person == person);
    }

    /// <summary>Puts what one of the caller's editors holds into a document that is only shown; true when something was kept.</summary>
    public async Task<bool> PutIntoAsync(OutgoingDocument shown, Guid editor, CancellationToken stop)
    {
        if (await OwnOf(shown.Name).AsNoTracking().SingleOrDefaultAsync(c => c.Editor == editor, stop) is not { } copy)
            return false;
        (shown.Draft.Title, shown.Draft.MainRecipients, shown.Draft.CopyRecipients, shown.Text.Body) = (copy.Title, copy.MainRecipients, copy.CopyRecipients, copy.Body);
        return true;
    }

    /// <summary>A copy whose text is the document's now lives on in its version; one that differs in a word stays.</summary>
    public async Task FoldAsync(OutgoingDocument document, CancellationToken stop)
    {
        var body = document.Text.Body;
        db.WorkingCopies.RemoveRange((await OwnOf(document.Name).Where(c => c.Body == body).ToListAsync(stop)).Where(c => c.IsIn(document)));
    }

    /// <summary>An opinion that was given as it was typed lives on in the act.</summary>
    public async Task FoldAsync(Case on, string opinion, CancellationToken stop)
    {
        if (opinion.Length > 0)
            await OwnOf(on.Matter.Name).Where(c => c.Opinion == opinion).ExecuteDeleteAsync(stop);
    }
}
