using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DraftTemplates;

internal sealed partial class DraftTemplateService
{
    public override async Task<ListDraftTemplatesResponse> ListDraftTemplates(ListDraftTemplatesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var kept = await db.DraftTemplates.AsNoTracking().GroupBy(t => t.Name).Select(g => g.OrderByDescending(t => t.Version).First()).ToListAsync(context.CancellationToken);
        var newest = kept.Select(t => t.ToProto()).Concat(shelf.All.Values).DistinctBy(t => t.Name).Where(t => !t.Retired && string.CompareOrdinal(t.Name, after) > 0)
            .OrderBy(t => t.Name, StringComparer.Ordinal).Take(page.Size + 1).ToList();
        return new ListDraftTemplatesResponse
        {
            DraftTemplates = { newest.Take(page.Size) },
            NextPageToken = page.Next(newest, t => PageKey.Of(t.Name)),
        };
    }
}
