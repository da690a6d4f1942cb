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
    /// <summary>True while a document lacks the seal that it is to bear.</summary>
    public async Task<bool> IsAwaitedAsync(OutgoingDocument document, CancellationToken stop)
    {
        if (document.SealedSha256.Length > 0 || options.SealDemand == SealDemandKind.Never || !SealRules.BearsSeal((Genre)(int)document.Draft.Genre))
            return false;
        var signatories = PrintVersion.Of(document, bureau.Name, printed: null).Signatories;
        return options.SealDemand == SealDemandKind.Always || await db.Seals.AsNoTracking().AnyAsync(s => s.State == SealState.Active && signatories.Contains(s.Organ), stop);
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
