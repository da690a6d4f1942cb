using Backoffice.Platform.Callers;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Matters;

/// <summary>Titles for lists of what not everybody may see.</summary>
internal static class Titles
{
    /// <summary>Titles of those of the documents that the caller may see.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TitlesAsync(this DocumentDb db, IEnumerable<string> documents, Caller caller, CancellationToken stop)
    {
        var principals = caller.Principals;
        var ids = documents.Select(s => Guid.Parse(s.Split('/')[1])).ToList();
        var incoming = await db.IncomingDocuments.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Readers.Any(r => principals.Contains(r.Principal)))
            .Select(d => new { d.Id, d.Particulars.Title }).ToListAsync(stop);
        var outgoing = await db.OutgoingDocuments.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Readers.Any(r => principals.Contains(r.Principal)))
            .Select(d => new { d.Id, d.Draft.Title }).ToListAsync(stop);
        return incoming.Select(d => (Name: $"incomingDocuments/{d.Id}", d.Title)).Concat(outgoing.Select(d => (Name: $"outgoingDocuments/{d.Id}", d.Title)))
            .ToDictionary(d => d.Name, d => d.Title);
    }
}
