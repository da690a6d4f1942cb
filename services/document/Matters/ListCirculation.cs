using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<ListCirculationResponse> ListCirculation(ListCirculationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 100);
        var on = await desk.ReadAsync(request.Parent, stop);
        var after = page.After?.Number() ?? 0;
        var lines = await db.MatterReadings.AsNoTracking()
            .Where(r => r.MatterId == on.Matter.Id && r.Number > after && r.Kind == TaskKind.Read && (!request.OutstandingOnly || r.EndTime == null))
            .OrderBy(r => r.Number).Take(page.Size + 1).ToListAsync(stop);
        return new ListCirculationResponse
        {
            Readings = { lines.Take(page.Size).Select(r => new V1.Reading { Task = r.ToProto(on.Matter.Procedure), Note = r.Note }) },
            NextPageToken = page.Next(lines, r => PageKey.Of(r.Number)),
            ServedCount = on.Matter.ServedCount,
            OpenedCount = on.Matter.OpenedCount,
            ReadCount = on.Matter.ReadCount,
            ReleasedCount = on.Matter.ReleasedCount,
        };
    }
}
