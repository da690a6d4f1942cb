using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class ApproveSealApplicationTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task The_director_alone_approves_and_it_goes_to_the_keeper_of_the_seal(StoreKind store)
    {
        var house = await houses.On(store);
        var applied = await house.ApplyAsync();
        await Refused.ForAsync("SEAL_APPLICATION_NOT_FOUND", house.SealingAs(DraftUnderway.Outsider).ApproveSealApplicationAsync(applied.Approval));
        await Refused.ForAsync("NOT_THE_HOLDER", house.SealingAs(Office.OfficeDirector).ApproveSealApplicationAsync(applied.Approval));
        await applied.ReviewedAsync();
        foreach (var person in new[] { DraftUnderway.Drafter, Office.SectionChief, Office.OfficeDirector })
            await Refused.ForAsync("NOT_THE_HOLDER", house.SealingAs(person).ApproveSealApplicationAsync(applied.Approval));
        // Agreeing is not approving: the step has its own form.
        await Refused.ForAsync("STEP_NEEDS_FORM", house.MattersAs(Office.Director).AgreeMatterAsync(new AgreeMatterRequest { Name = applied.Matter }));
        var request = applied.Approval;
        (request.RequestId, request.MatterEtag) = (Guid.NewGuid().ToString(), "99");
        await Refused.ForAsync("STALE_ETAG", house.SealingAs(Office.Director).ApproveSealApplicationAsync(request));

        request.MatterEtag = "";
        var approved = await house.SealingAs(Office.Director).ApproveSealApplicationAsync(request);

        (await house.SealingAs(Office.Director).ApproveSealApplicationAsync(request)).ShouldBe(approved);
        (approved.SealApplication.Approver, approved.SealApplication.ApproverPost, approved.SealApplication.ApproveOpinion).ShouldBe(("people/director", "posts/director", "同意用印。"));
        (approved.Matter.Step, approved.Matter.HolderPost).ShouldBe(("affix", $"posts/{SealedHouse.Keeper}"));
    }

    [Theory, EveryDatabase]
    public async Task A_seal_that_was_suspended_meanwhile_is_not_approved(StoreKind store)
    {
        var house = await houses.On(store);
        var seal = await house.AnotherSealAsync();
        var on = await DraftUnderway.AtAsync(house.Suite, "dispatch");
        var made = await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(on.Name, seal.Name));
        var applied = await new Applied(house, on, made.SealApplication.Name, made.Matter.Name).ReviewedAsync();
        await house.SealsAs(Office.OfficeDirector).ChangeSealStateAsync(new ChangeSealStateRequest { Name = seal.Name, State = SealState.Suspended, Reason = "遗失" });
        (await Breaches.OfAsync(house.SealingAs(Office.Director).ApproveSealApplicationAsync(applied.Approval))).ShouldBe(["SEAL-04 第24条"]);
    }
}
