using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The rpcs of outgoing documents; one file each.</summary>
internal sealed partial class OutgoingDocumentService(DocumentDb db, MatterDesk desk, OutgoingCheck check, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.OutgoingDocumentService.OutgoingDocumentServiceBase
{
    private V1.OutgoingDocument WithFindings(OutgoingDocument document)
    {
        var message = document.ToProto(withBody: true);
        message.Findings.AddRange(check.FindingsNow(document).Select(f => f.ToCitation()));
        return message;
    }

    /// <summary>Refuses before anything is stored or logged (rule SEC-19); see incoming documents.</summary>
    private async Task RefuseStateSecretsAsync(V1.OutgoingDocument sent, ServerCallContext context)
    {
        var field = new (string Field, string Text)[]
        {
            ("title", sent.Title), ("body", sent.Body), ("main_recipients", sent.MainRecipients), ("copy_recipients", sent.CopyRecipients), ("necessity", sent.Necessity),
            ("issuer", sent.Issuer), ("attachment_list", string.Join('\n', sent.AttachmentList)), ("attachment_titles", string.Join('\n', sent.AttachmentTitles)),
            ("request_items", string.Join('\n', sent.RequestItems)), ("concerned_organs", string.Join('\n', sent.ConcernedOrgans)),
            ("local_consent", sent.LocalConsent), ("assigned_by_leader", sent.AssignedByLeader), ("government_approval", sent.GovernmentApproval),
        }.FirstOrDefault(f => StateSecretMark.IsIn(f.Text)).Field;
        if (field is null)
            return;
        var refusal = DocumentErrors.StateSecretRefused(field);
        await db.AuditRefusalAsync(context, refusal, SentContent.Describe(sent.ToByteArray()));
        throw refusal;
    }
}
