using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;

namespace Backoffice.Document.DraftLocks;

/// <summary>The rpcs of locks; one file each.</summary>
internal sealed partial class DraftLockService(DocumentDb db, MatterDesk desk, DraftDesk drafts, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.DraftLockService.DraftLockServiceBase;
