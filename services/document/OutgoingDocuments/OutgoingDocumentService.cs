using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The rpcs of outgoing documents; one file each.</summary>
internal sealed partial class OutgoingDocumentService(DocumentDb db, MatterDesk desk, DraftDesk drafts, OutgoingCheck check, SecrecyDesk secrecy, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.OutgoingDocumentService.OutgoingDocumentServiceBase
{
    private async Task<V1.OutgoingDocument> WithFindingsAsync(OutgoingDocument document, CancellationToken stop) => document.ToProto(await check.FindingsNowAsync(document, stop));

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
        foreach (var organ in message.JointOrgans)
            organ.Signature = null;
        message.Invalidity = document.Invalidity?.ToReceiver();
        if (document.Invalidity?.ForbidsUse == true)
        {
            message.Body = "";
            message.Annexes.Clear();
        }
        return message;
    }

    private bool IsOutside => caller.Has(Role.Counterpart);
}
