using Backoffice.Document.Tests.Sealing;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Seals;

public sealed class RegisterSealTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task The_office_director_enters_a_seal_with_its_keeper_once(StoreKind store)
    {
        var house = await houses.On(store);
        var request = SealedHouse.Registration($"合同专用章{Guid.NewGuid():N}");
        request.RequestId = Guid.NewGuid().ToString();
        var entered = await house.SealsAs(Office.OfficeDirector).RegisterSealAsync(request);
        (await house.SealsAs(Office.OfficeDirector).RegisterSealAsync(request)).ShouldBe(entered);
        (entered.Seal.State, entered.Seal.Organ, entered.Seal.Person).ShouldBe((SealState.Active, SealedHouse.Organ, "people/office-director"));

        request.RequestId = "";
        (await Refused.ForAsync("SEAL_KNOWN", house.SealsAs(Office.OfficeDirector).RegisterSealAsync(request))).Metadata["name"].ShouldBe(entered.Seal.Name);
        var nobody = SealedHouse.Registration("无人保管的章");
        nobody.Seal.CustodianPost = "posts/nobody";
        await Refused.ForAsync("UNKNOWN_READER", house.SealsAs(Office.OfficeDirector).RegisterSealAsync(nobody));
        foreach (var person in new[] { Office.Clerk, Office.Director, Office.Staff, Office.County })
            await Refused.ForAsync("PERMISSION_DENIED", house.SealsAs(person).RegisterSealAsync(SealedHouse.Registration("私章")));
    }
}
