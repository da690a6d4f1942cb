using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Secrecy;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.Attachments;

/// <summary>The rpcs of attachments; one file each.</summary>
internal sealed partial class AttachmentService(DocumentDb db, DuplicateSearch duplicates, IBlobStore blobs, SecrecyDesk secrecy, SecrecyZone zone, ViewerMark viewer, Caller caller, OfficeClock clock)
    : V1.AttachmentService.AttachmentServiceBase;
