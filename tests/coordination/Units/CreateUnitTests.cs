using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Units;

public sealed class CreateUnitTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_created_unit_can_be_read(StoreKind store)
    {
        var suite = await suites.On(store);
        var units = new UnitService.UnitServiceClient(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
        var created = await units.CreateUnitAsync(new CreateUnitRequest { Unit = new Unit { DisplayName = "办公室", Kind = UnitKind.Office } });
        var read = await units.GetUnitAsync(new GetUnitRequest { Name = created.Unit.Name });
        read.Unit.ShouldBe(created.Unit);
    }

    [Theory, EveryDatabase]
    public async Task A_clerk_may_not_create_units(StoreKind store)
    {
        var suite = await suites.On(store);
        var units = new UnitService.UnitServiceClient(suite.Call("coordination", "clerk", Role.Clerk));
        await Refused.ForAsync("PERMISSION_DENIED", units.CreateUnitAsync(new CreateUnitRequest { Unit = new Unit { DisplayName = "办公室" } }));
    }
}
