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
        var office = await suites.OrganisationOn(store);
        var sent = new Unit { DisplayName = "社会救助和区划地名科", ShortName = "救助科", Kind = UnitKind.Section, Responsibilities = { "最低生活保障", "临时救助" } };
        var created = (await office.Units.CreateUnitAsync(new CreateUnitRequest { Unit = sent })).Unit;
        (await office.Units.GetUnitAsync(new GetUnitRequest { Name = created.Name })).Unit.ShouldBe(created);
        created.Responsibilities.ShouldBe(sent.Responsibilities);
    }

    [Theory, EveryDatabase]
    public async Task A_name_is_given_once_however_many_ask_at_once(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var id = $"u{Guid.NewGuid():N}";
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                return (await office.Units.CreateUnitAsync(new CreateUnitRequest { UnitId = id, Unit = new Unit { DisplayName = "科室" } })).Unit.Name;
            }
            catch (Grpc.Core.RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.AlreadyExists)
            {
                return "";
            }
        }));
        outcomes.Count(o => o == $"units/{id}").ShouldBe(1);
        await Refused.ForAsync("NAME_TAKEN", office.Units.CreateUnitAsync(new CreateUnitRequest { UnitId = id, Unit = new Unit { DisplayName = "科室" } }));
    }

    [Theory, EveryDatabase]
    public async Task The_unit_above_must_exist(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var info = await Refused.ForAsync("UNIT_NOT_FOUND", () => office.UnitAsync("units/nowhere"));
        info.Metadata["name"].ShouldBe("units/nowhere");
    }

    [Theory, EveryDatabase]
    public async Task A_clerk_may_not_create_units(StoreKind store)
    {
        var units = new UnitService.UnitServiceClient((await suites.On(store)).Call("coordination", "clerk", Role.Clerk));
        await Refused.ForAsync("PERMISSION_DENIED", units.CreateUnitAsync(new CreateUnitRequest { Unit = new Unit { DisplayName = "办公室" } }));
    }
}
