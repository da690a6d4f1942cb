using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Typesetting.CleanCopies;
using HiddenContent = Backoffice.Typesetting.CleanCopies.HiddenContent;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.OutgoingAttachments;

/// <summary>The rpcs of files sent with documents; one file each.</summary>
internal sealed partial class OutgoingAttachmentService(DocumentDb db, MatterDesk desk, DraftDesk drafts, IBlobStore blobs, SecrecyDesk secrecy, SecrecyZone zone, ViewerMark viewer, Caller caller, OfficeClock clock)
    : V1.OutgoingAttachmentService.OutgoingAttachmentServiceBase
{
    // What is signed stays as it was signed.
    private static readonly OutgoingDocumentState[] Changeable = [OutgoingDocumentState.Drafting, OutgoingDocumentState.InProgress];

    /// <summary>The document that an attachment belongs to, for whoever has it before them.</summary>
    private async Task<OutgoingDocument> WithCallerAsync(string name, CancellationToken stop)
    {
        var document = await db.GetOutgoingAsync(OutgoingVisibility.DocumentOf(name), caller, stop);
        drafts.ExpectToBeWithCaller(document, await desk.RunningOfAsync(document, document.Name, stop));
        return document;
    }

    /// <summary>One file of a document; the organ that received it finds what was sent.</summary>
    private OutgoingAttachment AttachmentOf(OutgoingDocument document, string name) =>
        ShownOf(document).SingleOrDefault(a => a.Name == name) ?? throw DocumentErrors.AttachmentNotFound(name);

    private IEnumerable<OutgoingAttachment> ShownOf(OutgoingDocument document) =>
        document.Attachments.Where(a => a.IsSent || !caller.Has(Role.Counterpart)).OrderBy(a => a.Id);

    private static IReadOnlyList<HiddenContent> Inspect(string fileName, ReadOnlyMemory<byte> content)
    {
        try
        {
            return CleanCopy.Inspect(content);
        }
        catch (FileNotCleanedException e)
        {
            throw DocumentErrors.FileRefused(fileName, e.Message);
        }
    }
}
