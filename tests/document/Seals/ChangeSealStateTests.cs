using Backoffice.Document.Tests.Sealing;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Seals;

public sealed class ChangeSealStateTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task A_seal_is_suspended_put_back_in_use_and_destroyed_for_good(StoreKind store)
    {
        var house = await houses.On(store);
        var seal = await house.AnotherSealAsync();
        var director = house.SealsAs(Office.OfficeDirector);
        ChangeSealStateRequest To(SealState state, string etag = "") => new() { Name = seal.Name, State = state, Reason = "机构更名", Etag = etag };
        await Refused.ForAsync("PERMISSION_DENIED", house.SealsAs(Office.Clerk).ChangeSealStateAsync(To(SealState.Suspended)));
        await Refused.ForAsync("STALE_ETAG", director.ChangeSealStateAsync(To(SealState.Suspended, "99")));
        await Refused.ForAsync("SEAL_STATE", director.ChangeSealStateAsync(To(SealState.Active)));

        var request = To(SealState.Suspended, seal.Etag);
        request.RequestId = Guid.NewGuid().ToString();
        var suspended = await director.ChangeSealStateAsync(request);
        (await director.ChangeSealStateAsync(request)).ShouldBe(suspended);
        (suspended.Seal.State, suspended.Seal.StateReason).ShouldBe((SealState.Suspended, "机构更名"));
        await director.ChangeSealStateAsync(To(SealState.Active));
        await director.ChangeSealStateAsync(To(SealState.Destroyed));

        (await Refused.ForAsync("SEAL_STATE", director.ChangeSealStateAsync(To(SealState.Active)))).Metadata["state"].ShouldBe("销毁");
        await Refused.ForAsync("SEAL_NOT_FOUND", director.ChangeSealStateAsync(new ChangeSealStateRequest { Name = $"seals/{Guid.NewGuid()}", State = SealState.Suspended, Reason = "无" }));
        // Its name is free again.
        await director.RegisterSealAsync(SealedHouse.Registration(seal.DisplayName));
    }
}
