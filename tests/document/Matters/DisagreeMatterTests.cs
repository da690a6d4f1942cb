using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class DisagreeMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_signer_disagrees_alone_once_and_the_lead_cannot_answer_any_more(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await HolderAlone.MayAsync(on, DocumentUnderway.Assistant, async (person, etag, requestId) =>
            (await on.MattersAs(person).DisagreeMatterAsync(new DisagreeMatterRequest { Name = on.Matter, Etag = etag, Reason = "经费没有来源。", RequestId = requestId })).Matter);

        await Refused.ForAsync("SIGNER_REFUSED", on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(on.Result()));
    }

    [Theory, EveryDatabase]
    public async Task What_was_refused_and_is_then_settled_goes_on(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await on.MattersAs(DocumentUnderway.Assistant).DisagreeMatterAsync(new DisagreeMatterRequest { Name = on.Matter, Reason = "经费没有来源。" });
        await on.MattersAs(DocumentUnderway.Lead).AddSignerAsync(new AddSignerRequest { Name = on.Matter, Posts = { "posts/finance-chief" }, Note = "已协商。" });
        await on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter });

        (await on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(on.Result())).Matter.Step.ShouldBe("close");
    }

    [Theory, EveryDatabase]
    public async Task The_holder_who_disagrees_sends_it_back_to_where_it_began(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        var matter = (await on.MattersAs(Office.Director).DisagreeMatterAsync(new DisagreeMatterRequest { Name = on.Matter, Reason = "不属我局职责。" })).Matter;
        (matter.Step, matter.HolderPost).ShouldBe(("screen", "posts/clerk"));
        (await on.ProgressAsync())[^1].Changed.ShouldHaveSingleItem().Outcome.ShouldBe(TaskOutcome.Disagreed);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_reason_and_at_the_first_step_it_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("REASON_REQUIRED", on.MattersAs(Office.Clerk).DisagreeMatterAsync(new DisagreeMatterRequest { Name = on.Matter, Reason = " " }));
        await Refused.ForAsync("VERB_NOT_ALLOWED", on.MattersAs(Office.Clerk).DisagreeMatterAsync(new DisagreeMatterRequest { Name = on.Matter, Reason = "不同意。" }));
    }
}
