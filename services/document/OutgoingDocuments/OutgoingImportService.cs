using Backoffice.Platform.Callers;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Drafts taken from files.</summary>
internal sealed partial class OutgoingImportService(DocumentDb db, DraftDesk drafts, Caller caller) : V1.OutgoingImportService.OutgoingImportServiceBase;
