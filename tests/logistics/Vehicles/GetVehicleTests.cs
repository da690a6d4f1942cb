using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Logistics.Tests.Vehicles;

public sealed class GetVehicleTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_vehicle_is_read_as_created(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var created = (await office.Vehicles.CreateVehicleAsync(new CreateVehicleRequest { Vehicle = new Vehicle(LogisticsOffice.Car()) { Model = "红旗" } })).Vehicle;
        (await office.Vehicles.GetVehicleAsync(new GetVehicleRequest { Name = created.Name })).Vehicle.ShouldBe(created);
    }

    [Theory, EveryDatabase]
    public async Task A_vehicle_that_is_none_is_not_found(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var refused = await Refused.ForAsync("VEHICLE_NOT_FOUND", office.Vehicles.GetVehicleAsync(new GetVehicleRequest { Name = "vehicles/none" }));
        refused.Metadata["name"].ShouldBe("vehicles/none");
        (await Refused.FieldsOfAsync(office.Vehicles.GetVehicleAsync(new GetVehicleRequest { Name = "vehicles/none\n" }))).ShouldBe(["name"]);
    }

    [Theory, EveryDatabase]
    public async Task The_auditor_reads_no_vehicles(StoreKind store)
    {
        var suite = await suites.On(store);
        var auditor = new VehicleService.VehicleServiceClient(suite.Call("logistics", "auditor", Role.SecurityAuditor));
        await Refused.ForAsync("PERMISSION_DENIED", auditor.GetVehicleAsync(new GetVehicleRequest { Name = "vehicles/none" }));
        await Refused.ForAsync("UNAUTHENTICATED", new VehicleService.VehicleServiceClient(suite.CallWith("logistics", null)).GetVehicleAsync(new GetVehicleRequest { Name = "vehicles/none" }));
    }
}
