using Backoffice.Logistics.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;
using static Backoffice.Logistics.Tests.LogisticsOffice;

namespace Backoffice.Logistics.Tests.Vehicles;

public sealed class UpdateVehicleTests(LogisticsSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Only_the_fields_of_the_mask_change(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var created = await CreateAsync(office, Car());
        var sent = new Vehicle { Name = created.Name, PlateNumber = NewPlate(), DisplayName = "不改", SeatCount = 7, Model = "商务车" };
        var updated = (await office.Vehicles.UpdateVehicleAsync(Update(sent, "seat_count", "model"))).Vehicle;
        updated.ShouldBe(new Vehicle(created) { Etag = "2", SeatCount = 7, Model = "商务车" });
        (await ReadAsync(office, created.Name)).ShouldBe(updated);
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_changes_nothing(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var created = await CreateAsync(office, Car());
        await office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(created) { DisplayName = "甲" }, "display_name"));
        await Refused.ForAsync("STALE_ETAG", office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(created) { DisplayName = "乙" }, "display_name")));
        (await ReadAsync(office, created.Name)).DisplayName.ShouldBe("甲");
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_read_the_same_state_one_changes_it(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var created = await CreateAsync(office, Car());
        var reasons = await Task.WhenAll(Enumerable.Range(1, 10).Select(i =>
            Refused.ReasonOfAsync(office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(created) { SeatCount = i }, "seat_count")))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("STALE_ETAG", 9)]);
    }

    [Theory, EveryDatabase]
    public async Task What_the_mask_may_not_name_is_refused(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var created = await CreateAsync(office, Car());
        var refused = await Refused.ForAsync("INVALID_UPDATE_MASK", office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(created) { DisplayName = "乙" }, "display_name", "etag")));
        refused.Metadata["path"].ShouldBe("etag");
        (await ReadAsync(office, created.Name)).ShouldBe(created);
    }

    [Theory, EveryDatabase]
    public async Task A_plate_can_be_corrected_and_not_taken_from_another_vehicle(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var (first, other) = (await CreateAsync(office, Car()), await CreateAsync(office, Car()));
        await office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(first) { PlateNumber = first.PlateNumber.Replace("·", "", StringComparison.Ordinal) }, "plate_number"));
        var refused = await Refused.ForAsync("PLATE_TAKEN", office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(other) { PlateNumber = first.PlateNumber }, "plate_number")));
        refused.Metadata["name"].ShouldBe(first.Name);
        (await ReadAsync(office, other.Name)).ShouldBe(other);
    }

    [Theory, EveryDatabase]
    public async Task A_vehicle_that_is_none_is_not_found(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        await Refused.ForAsync("VEHICLE_NOT_FOUND", office.Vehicles.UpdateVehicleAsync(Update(new Vehicle(Car()) { Name = "vehicles/none" }, "display_name")));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var office = new LogisticsOffice(await suites.On(store));
        var request = Update(new Vehicle(await CreateAsync(office, Car())) { DisplayName = "甲" }, "display_name");
        request.RequestId = NewRequestId();
        var first = await office.Vehicles.UpdateVehicleAsync(request);
        (await office.Vehicles.UpdateVehicleAsync(request)).ShouldBe(first);
    }

    [Theory, EveryDatabase]
    public async Task A_section_chief_changes_no_vehicles(StoreKind store)
    {
        var chief = new VehicleService.VehicleServiceClient((await suites.On(store)).Call("logistics", "chen", Role.SectionChief));
        await Refused.ForAsync("PERMISSION_DENIED", chief.UpdateVehicleAsync(Update(new Vehicle(Car()) { Name = "vehicles/none" }, "display_name")));
    }

    private static UpdateVehicleRequest Update(Vehicle vehicle, params string[] paths) => new() { Vehicle = vehicle, UpdateMask = new FieldMask { Paths = { paths } } };

    private static async Task<Vehicle> CreateAsync(LogisticsOffice office, Vehicle vehicle) =>
        (await office.Vehicles.CreateVehicleAsync(new CreateVehicleRequest { Vehicle = vehicle })).Vehicle;

    private static async Task<Vehicle> ReadAsync(LogisticsOffice office, string name) => (await office.Vehicles.GetVehicleAsync(new GetVehicleRequest { Name = name })).Vehicle;
}
