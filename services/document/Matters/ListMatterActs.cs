using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Procedures.Matters;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<ListMatterActsResponse> ListMatterActs(ListMatterActsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 100);
        var on = await desk.ReadAsync(request.Parent, stop);
        // The whole history of one matter: the seals prove it only as a whole.
        var acts = await db.MatterActs.AsNoTracking().Where(a => a.MatterId == on.Matter.Id).OrderBy(a => a.Number).ToListAsync(stop);
        var rest = acts.Where(a => a.Number > (page.After?.Number() ?? 0)).Take(page.Size + 1).ToList();
        var content = on.Subject.ContentSha256();
        return new ListMatterActsResponse
        {
            Acts = { rest.Take(page.Size).Select(a => a.ToProto(on.Matter.Procedure, content)) },
            NextPageToken = page.Next(rest, a => PageKey.Of(a.Number)),
            SealsHold = SealCheck.Holds(on.Matter, acts),
        };
    }
}
