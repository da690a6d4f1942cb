using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.FrequentOpinions;

internal sealed partial class FrequentOpinionService
{
    public override async Task<ListFrequentOpinionsResponse> ListFrequentOpinions(ListFrequentOpinionsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 20);
        // A few hundred at the most: they are put in order here, and a token says how many were shown.
        var own = (await opinions.Own.AsNoTracking().ToListAsync(context.CancellationToken))
            .OrderByDescending(o => o.Saved).ThenByDescending(o => o.UseCount).ThenByDescending(o => o.UseTime).ThenBy(o => o.Text, StringComparer.Ordinal);
        var shown = (int)(page.After?.Number() ?? 0);
        var rest = own.Skip(shown).Take(page.Size + 1).ToList();
        return new ListFrequentOpinionsResponse
        {
            FrequentOpinions = { rest.Take(page.Size).Select(o => o.ToProto()) },
            NextPageToken = page.Next(rest, _ => PageKey.Of(shown + page.Size)),
        };
    }
}
