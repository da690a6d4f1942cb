using Backoffice.Logistics.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics.Vehicles;

internal sealed partial class VehicleService
{
    public override async Task<ListVehiclesResponse> ListVehicles(ListVehiclesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var vehicles = await db.Vehicles.AsNoTracking().Where(v => v.Name.CompareTo(after) > 0).OrderBy(v => v.Name)
            .Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListVehiclesResponse
        {
            Vehicles = { vehicles.Take(page.Size).Select(v => v.ToProto()) },
            NextPageToken = page.Next(vehicles, v => PageKey.Of(v.Name)),
        };
    }
}
