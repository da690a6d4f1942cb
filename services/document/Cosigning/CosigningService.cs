using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Matters;
using Backoffice.Document.Rules;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;

namespace Backoffice.Document.Cosigning;

/// <summary>The rpcs of our part in documents of other organs; one file each.</summary>
internal sealed partial class CosigningService(DocumentDb db, MatterDesk desk, Heads heads, Caller caller, DirectoryCache directory, OfficeClock clock)
    : V1.CosigningService.CosigningServiceBase
{
    /// <summary>The document for whoever holds its matter, and the post it is held in.</summary>
    private async Task<(IncomingDocument Document, string Post)> HeldAsync(string name, string matterEtag, CancellationToken stop)
    {
        var document = await db.GetAsync(name, caller, stop);
        var on = await desk.OfAsync(document, name, stop);
        on.Matter.ExpectVersion(matterEtag);
        on.Matter.ExpectHolder(desk.DeedOn(document));
        return (document, on.Matter.State.Held!.Post);
    }
}
