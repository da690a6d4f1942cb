using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Units;

public sealed class UpdateUnitTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Only_what_the_mask_names_changes_and_the_etag_with_it(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var unit = await office.UnitAsync();
        var sent = unit.Clone();
        (sent.DisplayName, sent.ShortName) = ("新名称", "不改");
        var changed = await office.ChangeAsync(sent, "display_name");
        (changed.DisplayName, changed.ShortName).ShouldBe(("新名称", ""));
        changed.Etag.ShouldNotBe(unit.Etag);
        await Refused.ForAsync("STALE_ETAG", () => office.ChangeAsync(unit, "display_name"));
    }

    [Theory, EveryDatabase]
    public async Task Units_never_stand_in_a_circle(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var top = await office.UnitAsync();
        var middle = await office.UnitAsync(top.Name);
        var bottom = await office.UnitAsync(middle.Name);
        top.Parent = bottom.Name;
        await Refused.ForAsync("UNIT_CYCLE", () => office.ChangeAsync(top, "parent"));
        bottom.Parent = bottom.Name;
        await Refused.ForAsync("UNIT_CYCLE", () => office.ChangeAsync(bottom, "parent"));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_is_closed_when_nothing_open_is_in_it(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var unit = await office.UnitAsync();
        var post = await office.PostAsync(unit.Name);
        unit.Closed = true;
        var info = await Refused.ForAsync("UNIT_IN_USE", () => office.ChangeAsync(unit, "closed"));
        info.Metadata["count"].ShouldBe("1");
        post.Closed = true;
        await office.ChangeAsync(post, "closed");
        (await office.ChangeAsync(unit, "closed")).Closed.ShouldBeTrue();
        await Refused.ForAsync("POST_CLOSED", () => office.PostAsync(unit.Name));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_that_is_none_and_a_field_that_is_none_are_refused(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        await Refused.ForAsync("UNIT_NOT_FOUND", () => office.ChangeAsync(new Unit { Name = "units/none", DisplayName = "x" }, "display_name"));
        var unit = await office.UnitAsync();
        await Refused.ForAsync("INVALID_UPDATE_MASK", office.Units.UpdateUnitAsync(new UpdateUnitRequest { Unit = unit, UpdateMask = new FieldMask { Paths = { "name" } } }));
    }
}
