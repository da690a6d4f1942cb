using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Search;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>The rpcs of incoming documents; one file each.</summary>
internal sealed partial class IncomingDocumentService(DocumentDb db, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.IncomingDocumentService.IncomingDocumentServiceBase
{
    /// <summary>The index of everything a document can be found by.</summary>
    internal static readonly TextIndex Index = new("incoming_document_index");
}
