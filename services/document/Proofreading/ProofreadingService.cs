using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Backoffice.Proofreading;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Document.Proofreading;

/// <summary>The rpcs of proofreading; one file each.</summary>
internal sealed partial class ProofreadingService(DocumentDb db, DraftDesk drafts, QuotedDocuments quoted, SecrecyZone zone, Caller caller, DirectoryCache directory)
    : V1.ProofreadingService.ProofreadingServiceBase
{
    // More fit into no answer and before no eyes.
    private const int MostListed = 2000;

    private static IEnumerable<V1.ProofFinding> Listed(IReadOnlyList<ProofFinding> findings, ProofText text) => findings.Take(MostListed).Select(f => f.ToProto(text));

    /// <summary>Reads a text with what the directory and the register know.</summary>
    private async Task<IReadOnlyList<ProofFinding>> ReadAsync(ProofText text, CancellationToken stop) =>
        Proofreader.Read(text, new Background { Organs = directory.Current.UnitNames, Documents = await quoted.InAsync(text, caller, stop) });
}
