using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Drafts taken from files.</summary>
internal sealed partial class OutgoingImportService(DocumentDb db, DraftDesk drafts, SecrecyZone zone, Caller caller) : V1.OutgoingImportService.OutgoingImportServiceBase;
