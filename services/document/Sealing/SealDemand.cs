using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Microsoft.EntityFrameworkCore;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Sealing;

/// <summary>Whether a document must be sealed here before it is dispatched (rule SEAL-06): paper is sealed by hand where no seal is registered.</summary>
internal sealed class SealDemand(DocumentDb db, DocumentOptions options, OwnBureau bureau)
{
    /// <summary>True while a document lacks a seal that it is to bear.</summary>
    public async Task<bool> IsAwaitedAsync(OutgoingDocument document, CancellationToken stop)
    {
        if (options.SealDemand == SealDemandKind.Never || !SealRules.BearsSeal((Genre)(int)document.Draft.Genre))
            return false;
        var signatories = PrintVersion.Of(document, bureau.Name, printed: null).Signatories;
        // 联合行文: each organ that signs it sets its own seal (条例 第9条(十三)); the seals of other organs are seldom kept here.
        var due = await db.Seals.AsNoTracking().Where(s => s.State == SealState.Active && signatories.Contains(s.Organ)).Select(s => s.Organ).Distinct().ToListAsync(stop);
        if (options.SealDemand == SealDemandKind.Always)
            due.Add(bureau.Name);
        return due.Except(await db.SealedOrgansAsync(document.Id, stop)).Any();
    }
}

/// <summary>When a seal is demanded before the dispatch.</summary>
public enum SealDemandKind
{
    /// <summary>Of organs that have a seal in use in the register.</summary>
    WhereRegistered,

    /// <summary>Of all documents that bear one.</summary>
    Always,

    /// <summary>Sealed by hand, after printing.</summary>
    Never,
}
