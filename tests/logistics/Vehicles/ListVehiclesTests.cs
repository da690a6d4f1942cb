using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Logistics.Tests.Vehicles;

public sealed class ListVehiclesTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Pages_hold_every_vehicle_once_in_order_of_name(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var created = new[] { await office.NewVehicleAsync(), await office.NewVehicleAsync(), await office.NewVehicleAsync() };
        var walked = new List<string>();
        var request = new ListVehiclesRequest { PageSize = 2 };
        do
        {
            var page = await office.Vehicles.ListVehiclesAsync(request);
            page.Vehicles.Count.ShouldBeLessThanOrEqualTo(2);
            walked.AddRange(page.Vehicles.Select(r => r.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        walked.ShouldBeUnique();
        walked.Where(created.Contains).ShouldBe(created.Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_token_of_another_list_is_refused(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Vehicles.ListVehiclesAsync(new ListVehiclesRequest { PageToken = "AAAAAAAAAAAA" }));
        (await Refused.FieldsOfAsync(office.Vehicles.ListVehiclesAsync(new ListVehiclesRequest { PageSize = 1001 }))).ShouldBe(["page_size"]);
    }

    [Theory, EveryDatabase]
    public async Task A_counterpart_lists_no_vehicles(StoreKind store)
    {
        var counterpart = new VehicleService.VehicleServiceClient((await suites.On(store)).Call("logistics", "guest", Role.Counterpart));
        await Refused.ForAsync("PERMISSION_DENIED", counterpart.ListVehiclesAsync(new ListVehiclesRequest()));
    }
}
