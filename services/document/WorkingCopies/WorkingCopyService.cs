using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;

namespace Backoffice.Document.WorkingCopies;

/// <summary>The rpcs of what is being typed; one file each.</summary>
internal sealed partial class WorkingCopyService(DocumentDb db, MatterDesk desk, CopyDesk copies, Caller caller, OfficeClock clock)
    : V1.WorkingCopyService.WorkingCopyServiceBase
{
    /// <summary>The etag of the document or matter as it stands, for whoever may see it; else it is not found.</summary>
    private async Task<string> EtagOfAsync(string parent, CancellationToken stop) => parent.StartsWith("matters/", StringComparison.Ordinal)
        ? (await desk.ReadAsync(parent, stop)).Matter.Etag
        : (await db.ReadOutgoingAsync(parent, caller, stop)).Etag;
}
