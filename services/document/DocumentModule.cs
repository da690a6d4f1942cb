using Backoffice.Document.Attachments;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document;

/// <summary>The document service (办文): official documents received, registered, read and found.</summary>
public static class DocumentModule
{
    public static ServiceModule Module { get; } = new ServiceModule("document")
        .Stores<DocumentDb, SqliteDocumentDb, PostgresDocumentDb>()
        .Serves<IncomingDocumentService>()
        .Serves<AttachmentService>();
}
