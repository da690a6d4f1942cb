using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.Vehicles;

public sealed class CreateVehicleTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_vehicle_is_created_with_everything_sent(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var sent = new Vehicle { PlateNumber = NewPlate(), DisplayName = "中巴车", SeatCount = 19, Model = "考斯特", OutOfService = true };
        var created = (await office.Vehicles.CreateVehicleAsync(new CreateVehicleRequest { Vehicle = sent, VehicleId = $"bus-{store.ToString().ToLowerInvariant()}" })).Vehicle;
        created.ShouldBe(new Vehicle(sent) { Name = $"vehicles/bus-{store.ToString().ToLowerInvariant()}", Etag = "1" });
    }

    [Theory, EveryDatabase]
    public async Task A_name_is_given_once(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = new CreateVehicleRequest { Vehicle = Car(), VehicleId = "twice" };
        await office.Vehicles.CreateVehicleAsync(request);
        var refused = await Refused.ForAsync("NAME_TAKEN", office.Vehicles.CreateVehicleAsync(request));
        refused.Metadata["name"].ShouldBe("vehicles/twice");
        refused.Domain.ShouldBe("backoffice.logistics");
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = new CreateVehicleRequest { Vehicle = Car(), RequestId = NewRequestId() };
        var first = await office.Vehicles.CreateVehicleAsync(request);
        (await office.Vehicles.CreateVehicleAsync(request)).ShouldBe(first);
        request.Vehicle.DisplayName = "另一个";
        await Refused.ForAsync("REQUEST_ID_REUSED", office.Vehicles.CreateVehicleAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_office_director_creates_vehicles(StoreKind store)
    {
        var suite = await suites.On(store);
        var clerk = new VehicleService.VehicleServiceClient(suite.Call("logistics", "clerk", Role.Clerk, Role.SectionChief));
        await Refused.ForAsync("PERMISSION_DENIED", clerk.CreateVehicleAsync(new CreateVehicleRequest { Vehicle = Car() }));
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_named(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var broken = new CreateVehicleRequest { VehicleId = "Bad Id", Vehicle = new Vehicle { SeatCount = -1 }, RequestId = "1" };
        (await Refused.FieldsOfAsync(office.Vehicles.CreateVehicleAsync(broken))).ShouldBe(["vehicle.display_name", "vehicle.plate_number", "vehicle.seat_count", "vehicle_id", "request_id"]);
    }

    [Theory, EveryDatabase]
    public async Task A_plate_is_borne_by_one_vehicle_however_it_is_written(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var first = (await office.Vehicles.CreateVehicleAsync(With("粤B·D12345"))).Vehicle;
        foreach (var plate in (string[])["粤B·D12345", "粤BD12345", "粤b d-12345", "粤Ｂ·Ｄ１２３４５"])
        {
            var refused = await Refused.ForAsync("PLATE_TAKEN", office.Vehicles.CreateVehicleAsync(With(plate)));
            (refused.Metadata["plate_number"], refused.Metadata["name"]).ShouldBe((first.PlateNumber, first.Name));
        }
        (await Refused.FieldsOfAsync(office.Vehicles.CreateVehicleAsync(With("·")))).ShouldBe(["vehicle.plate_number"]);

        static CreateVehicleRequest With(string plate) => new() { Vehicle = new Vehicle(Car()) { PlateNumber = plate } };
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_enter_one_plate_at_once_one_does(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = new CreateVehicleRequest { Vehicle = Car() };
        var reasons = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Refused.ReasonOfAsync(office.Vehicles.CreateVehicleAsync(request))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("PLATE_TAKEN", 9)]);
    }
}
