using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class TransferMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_hands_the_task_on_once_with_its_due_time(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var due = (await on.GetAsync()).Tasks[0].DueTime;
        await HolderAlone.MayAsync(on, Office.OfficeDirector, async (person, etag, requestId) => (await on.MattersAs(person).TransferMatterAsync(
            new TransferMatterRequest { Name = on.Matter, Etag = etag, Post = "posts/section-chief", Reason = "由其拟办。", RequestId = requestId })).Matter);

        var matter = await on.GetAsync(Office.SectionChief);
        (matter.Step, matter.HolderPost).ShouldBe(("propose", "posts/section-chief"));
        matter.Tasks.ShouldHaveSingleItem().DueTime.ShouldBe(due);
        await Refused.ForAsync("NOT_THE_HOLDER", on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal()));
        (await on.HandlingAs(Office.SectionChief).ProposeHandlingAsync(on.Proposal())).Matter.Step.ShouldBe("instruct");
    }

    [Theory, EveryDatabase]
    public async Task A_signer_hands_on_the_signature_asked(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await on.MattersAs(DocumentUnderway.Assistant).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = "posts/staff", Reason = "由其会签。" });
        await on.MattersAs(Office.Staff).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });
        (await on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(on.Result())).Matter.Step.ShouldBe("close");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_transfers_at_once_one_is_made(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);

        var reasons = await Task.WhenAll(new[] { "posts/section-chief", "posts/finance-chief" }.Select(post => Refused.ReasonOfAsync(
            on.MattersAs(Office.OfficeDirector).TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = post, Reason = "转办。" }))));

        reasons.Order().ShouldBe(["", "NOT_THE_HOLDER"]);
        (await on.ActsAsync()).Count(a => a.Verb == Verb.Transfer).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Without_reason_and_to_posts_that_cannot_have_it_it_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        var matters = on.MattersAs(DocumentUnderway.Lead);
        await Refused.ForAsync("REASON_REQUIRED", matters.TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = "posts/staff" }));
        // Not in the directory, of another organ, and at it already.
        foreach (var post in new[] { "posts/nowhere", "posts/county", "posts/finance-chief" })
            await Refused.ForAsync("UNKNOWN_ASSIGNEE", matters.TransferMatterAsync(new TransferMatterRequest { Name = on.Matter, Post = post, Reason = "转办。" }));
    }
}
