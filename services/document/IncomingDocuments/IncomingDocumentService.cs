using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>The rpcs of incoming documents; one file each.</summary>
internal sealed partial class IncomingDocumentService(DocumentDb db, MatterDesk desk, ReceivingDesk receiving, DuplicateSearch duplicates, SecrecyDesk secrecy, SecrecyZone zone, Caller caller, OfficeClock clock)
    : V1.IncomingDocumentService.IncomingDocumentServiceBase;
