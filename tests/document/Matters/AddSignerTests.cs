using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class AddSignerTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_asks_further_posts_once_and_waits_for_them(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.OfficeDirector, async (person, etag, requestId) => (await on.MattersAs(person).AddSignerAsync(
            new AddSignerRequest { Name = on.Matter, Etag = etag, Posts = { "posts/section-chief", "posts/finance-chief" }, Note = "请提出意见。", RequestId = requestId })).Matter);
        var info = await Refused.ForAsync("WAITING_FOR_OTHERS", on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal()));
        info.Metadata["others"].ShouldBe("section-chief、finance-chief");

        foreach (var signer in new[] { Office.SectionChief, Office.FinanceChief })
            await on.MattersAs(signer).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });

        (await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal())).Matter.Step.ShouldBe("instruct");
    }

    [Theory, EveryDatabase]
    public async Task Those_asked_after_the_holder_see_the_decision_before_it_takes_effect(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var asked = (await on.MattersAs(Office.OfficeDirector).AddSignerAsync(new AddSignerRequest { Name = on.Matter, Posts = { "posts/section-chief" }, After = true })).Matter;
        asked.Tasks.ShouldHaveSingleItem().Kind.ShouldBe(TaskKind.Act);

        var decided = (await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal())).Matter;
        (decided.Step, decided.HolderPost, decided.Tasks.Count).ShouldBe(("propose", "posts/office-director", 2));
        await on.MattersAs(Office.SectionChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });

        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("instruct", "posts/director"));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_asked_already_and_who_cannot_be_asked_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        foreach (var post in new[] { "posts/finance-chief", "posts/nowhere", "posts/county" })
            await Refused.ForAsync("UNKNOWN_ASSIGNEE", on.MattersAs(DocumentUnderway.Lead).AddSignerAsync(new AddSignerRequest { Name = on.Matter, Posts = { post } }));
    }
}
