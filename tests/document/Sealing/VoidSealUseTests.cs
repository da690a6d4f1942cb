using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class VoidSealUseTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task A_use_is_voided_before_the_dispatch_stays_in_the_register_and_the_document_is_sealed_anew(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        var use = await applied.SealedAsync();
        var request = new VoidSealUseRequest { Name = use.Name, Reason = "印迹不清", RequestId = Guid.NewGuid().ToString() };
        foreach (var (person, reason) in new[] { (DraftUnderway.Outsider, "SEAL_USE_NOT_FOUND"), (DraftUnderway.Drafter, "NOT_THE_CUSTODIAN"), (Office.Director, "NOT_THE_CUSTODIAN"), (Office.County, "PERMISSION_DENIED") })
            await Refused.ForAsync(reason, house.SealingAs(person).VoidSealUseAsync(request));

        var voided = await house.SealingAs(SealedHouse.Keeper).VoidSealUseAsync(request);

        (await house.SealingAs(SealedHouse.Keeper).VoidSealUseAsync(request)).ShouldBe(voided);
        (voided.SealUse.VoidReason, voided.SealUse.VoidPerson, voided.SealUse.VoidTime is null).ShouldBe(("印迹不清", $"people/{SealedHouse.Keeper}", false));
        await Refused.ForAsync("SEAL_USE_STANDS", house.SealingAs(Office.OfficeDirector).VoidSealUseAsync(new VoidSealUseRequest { Name = use.Name, Reason = "再次" }));
        (await Breaches.OfAsync(applied.On.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(applied.On.Dispatching()))).ShouldBe(["SEAL-06 第9条(十三)"]);
        var made = await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(applied.On.Name));
        var second = await new Applied(house, applied.On, made.SealApplication.Name, made.Matter.Name).SealedAsync();
        (await house.SealingAs(Office.Staff).ListSealUsesAsync(new ListSealUsesRequest { OutgoingDocument = applied.On.Name })).SealUses.ShouldBe([second, voided.SealUse]);

        await applied.On.DoAsync("dispatch");
        (await Refused.ForAsync("SEAL_USE_STANDS", house.SealingAs(SealedHouse.Keeper).VoidSealUseAsync(new VoidSealUseRequest { Name = second.Name, Reason = "晚了" }))).Metadata["why"].ShouldContain("撤回");
    }
}
