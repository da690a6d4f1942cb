using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DraftTemplates;

/// <summary>The rpcs of templates; one file each.</summary>
internal sealed partial class DraftTemplateService(DocumentDb db, TemplateShelf shelf, DraftDesk drafts, OwnBureau bureau, SecrecyZone zone, Caller caller, OfficeClock clock)
    : V1.DraftTemplateService.DraftTemplateServiceBase
{
    /// <summary>A template in its newest version, retired or not; null when there is none.</summary>
    private async Task<DraftTemplate?> NewestAsync(string name, CancellationToken stop) =>
        (await db.DraftTemplates.AsNoTracking().Where(t => t.Name == name).OrderByDescending(t => t.Version).FirstOrDefaultAsync(stop))?.ToProto() ?? shelf.All.GetValueOrDefault(name);
}
