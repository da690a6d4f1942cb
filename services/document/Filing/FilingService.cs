using Backoffice.Document.Rules;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Procedures.Definitions;

namespace Backoffice.Document.Filing;

/// <summary>What the archive asks for.</summary>
internal sealed partial class FilingService(DocumentDb db, IBlobStore blobs, OwnBureau bureau, ProcedureLibrary library, DirectoryCache directory, OfficeClock clock)
    : V1.FilingService.FilingServiceBase;
