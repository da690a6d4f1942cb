using Backoffice.Document.Matters;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>The rpcs of incoming documents; one file each.</summary>
internal sealed partial class IncomingDocumentService(DocumentDb db, MatterDesk desk, DuplicateSearch duplicates, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.IncomingDocumentService.IncomingDocumentServiceBase;
