using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Rules;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The rpcs of outgoing documents; one file each.</summary>
internal sealed partial class OutgoingDocumentService(DocumentDb db, MatterDesk desk, OutgoingCheck check, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.OutgoingDocumentService.OutgoingDocumentServiceBase
{
    private async Task<V1.OutgoingDocument> WithFindingsAsync(OutgoingDocument document, CancellationToken stop) => With(await check.FindingsNowAsync(document, stop), document);

    /// <summary>The same after its text changed.</summary>
    private async Task<V1.OutgoingDocument> ChangedAsync(OutgoingDocument document, CancellationToken stop)
    {
        var findings = await check.FindingsNowAsync(document, stop);
        check.ShowOverridable(document, findings);
        return With(findings, document);
    }

    private static V1.OutgoingDocument With(IEnumerable<Finding> findings, OutgoingDocument document)
    {
        var message = document.ToProto(withBody: true);
        message.Findings.AddRange(findings.Select(f => f.ToCitation()));
        return message;
    }

    /// <summary>How the document came about is not for the organ that received it.</summary>
    private V1.OutgoingDocument AsShown(OutgoingDocument document, bool withBody)
    {
        var message = document.ToProto(withBody);
        if (!IsOutside)
            return message;
        (message.Necessity, message.LocalConsent, message.AssignedByLeader, message.Drafter, message.Matter) = ("", "", "", "", "");
        message.ConcernedOrgans.Clear();
        message.Readers.Clear();
        message.Overrides.Clear();
        message.LegalityReview = null;
        return message;
    }

    private bool IsOutside => caller.Has(Role.Counterpart);
}
