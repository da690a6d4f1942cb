using Backoffice.Document.IncomingDocuments;
using Backoffice.Platform.Callers;
using Backoffice.Proofreading;
using Backoffice.Proofreading.Agreement;
using Backoffice.Proofreading.Texts;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Proofreading;

/// <summary>What the register has under the numbers that a text quotes; of what the caller may see, because a finding says its title.</summary>
internal sealed class QuotedDocuments(DocumentDb db)
{
    public async Task<IReadOnlyList<KnownDocument>> InAsync(ProofText text, Caller caller, CancellationToken stop)
    {
        var numbers = Citations.NumbersIn(text);
        if (numbers.Count == 0 || caller.Principals.Count == 0)
            return [];
        var (principals, keys) = (caller.Principals, numbers.Select(LikelyDuplicate.NumberKeyOf).ToArray());
        // Received and issued ones, by the index of their numbers, in one query.
        var received = db.IncomingDocuments.AsNoTracking().Where(d => keys.Contains(d.NumberKey) && d.Readers.Any(r => principals.Contains(r.Principal)))
            .Select(d => new { d.Particulars.Title, Number = d.Particulars.DocumentNumber });
        var issued = db.OutgoingDocuments.AsNoTracking().Where(d => d.DocumentNumber != null && numbers.Contains(d.DocumentNumber) && d.Readers.Any(r => principals.Contains(r.Principal)))
            .Select(d => new { d.Draft.Title, Number = d.DocumentNumber! });
        return [.. (await received.Concat(issued).ToListAsync(stop)).Select(d => new KnownDocument(d.Title, d.Number))];
    }
}
