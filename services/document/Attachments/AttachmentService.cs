using Backoffice.Document.IncomingDocuments;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.Attachments;

/// <summary>The rpcs of attachments; one file each.</summary>
internal sealed partial class AttachmentService(DocumentDb db, DuplicateSearch duplicates, IBlobStore blobs, Caller caller, OfficeClock clock)
    : V1.AttachmentService.AttachmentServiceBase;
