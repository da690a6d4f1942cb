using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class ApplyForSealTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task The_drafter_applies_once_and_the_chief_has_it_in_the_inbox(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await DraftUnderway.AtAsync(house.Suite, "dispatch");
        var request = house.Application(on.Name);
        request.RequestId = Guid.NewGuid().ToString();
        var made = await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(request);
        (await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(request)).ShouldBe(made);

        var document = await on.GetAsync();
        (made.SealApplication.State, made.SealApplication.PrintSha256, made.SealApplication.CopyCount).ShouldBe((SealApplicationState.InProgress, document.PrintSha256, 12));
        made.Matter.HolderPost.ShouldBe(DraftUnderway.PostOf(Office.SectionChief));
        made.Matter.Subject.ShouldBe(made.SealApplication.Name);
        (await house.Suite.EventsAsync<MatterProgressed>("document")).ShouldContain(e => e.Progress.Matter == made.Matter.Name);
        (await Refused.ForAsync("SEALING_UNDER_WAY", house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(on.Name)))).Metadata["application"].ShouldBe(made.SealApplication.Name);
    }

    [Theory, EveryDatabase]
    public async Task Only_whoever_drafted_it_or_holds_it_applies(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await DraftUnderway.AtAsync(house.Suite, "dispatch");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", house.SealingAs(DraftUnderway.Outsider).ApplyForSealAsync(house.Application(on.Name)));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", house.SealingAs(Office.SectionChief).ApplyForSealAsync(house.Application(on.Name)));
        await Refused.ForAsync("PERMISSION_DENIED", house.SealingAs(Office.County).ApplyForSealAsync(house.Application(on.Name)));
        await Refused.ForAsync("SEAL_NOT_FOUND", house.SealingAs(Office.Clerk).ApplyForSealAsync(house.Application(on.Name, $"seals/{Guid.NewGuid()}")));
        (await house.SealingAs(Office.Clerk).ApplyForSealAsync(house.Application(on.Name))).SealApplication.Applicant.ShouldBe("people/clerk");
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_sealed_before_it_is_signed_and_printed_nor_with_the_wrong_seal(StoreKind store)
    {
        var house = await houses.On(store);
        var early = await DraftUnderway.AtAsync(house.Suite, "register");
        await Refused.ForAsync("WRONG_STATE", house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(early.Name)));

        var on = await DraftUnderway.AtAsync(house.Suite, "dispatch");
        var drafter = house.SealingAs(DraftUnderway.Drafter);
        (await Breaches.OfAsync(drafter.ApplyForSealAsync(house.Application(on.Name, (await house.AnotherSealAsync("市财政局")).Name)))).ShouldBe(["SEAL-06 第9条(十三)"]);
        var suspended = await house.AnotherSealAsync();
        await house.SealsAs(Office.OfficeDirector).ChangeSealStateAsync(new ChangeSealStateRequest { Name = suspended.Name, State = SealState.Suspended, Reason = "更换" });
        (await Breaches.OfAsync(drafter.ApplyForSealAsync(house.Application(on.Name, suspended.Name)))).ShouldBe(["SEAL-04 第24条"]);
        (await house.SealingAs(DraftUnderway.Drafter).ListSealApplicationsAsync(new ListSealApplicationsRequest { Parent = on.Name })).SealApplications.ShouldBeEmpty();
    }
}
