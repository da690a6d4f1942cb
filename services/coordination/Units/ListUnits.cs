using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Units;

internal sealed partial class UnitService
{
    public override async Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var units = await db.Units.AsNoTracking().Where(u => u.Name.CompareTo(after) > 0).OrderBy(u => u.Name)
            .Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListUnitsResponse
        {
            Units = { units.Take(page.Size).Select(u => u.ToProto()) },
            NextPageToken = page.Next(units, u => PageKey.Of(u.Name)),
        };
    }
}
