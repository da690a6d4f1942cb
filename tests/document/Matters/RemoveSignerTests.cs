using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class RemoveSignerTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_takes_a_request_back_once_and_waits_no_more(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await HolderAlone.MayAsync(on, DocumentUnderway.Lead, async (person, etag, requestId) => (await on.MattersAs(person).RemoveSignerAsync(
            new RemoveSignerRequest { Name = on.Matter, Etag = etag, Post = "posts/finance-chief", Reason = "不涉及经费。", RequestId = requestId })).Matter);
        (await on.ProgressAsync())[^1].Changed.ShouldContain(t => t.Post == "posts/finance-chief" && t.Outcome == TaskOutcome.Cancelled);
        (await on.HandlingAs(DocumentUnderway.Lead).AnswerIncomingDocumentAsync(on.Result())).Matter.Step.ShouldBe("close");
    }

    [Theory, EveryDatabase]
    public async Task Taken_back_and_answered_at_once_only_one_of_the_two_happens(StoreKind store)
    {
        foreach (var guarded in new[] { true, false })
        {
            var on = await DocumentUnderway.InstructedAsync(suites, store);
            var etag = guarded ? (await on.GetAsync()).Etag : "";

            var reasons = await Task.WhenAll(
                Refused.ReasonOfAsync(on.MattersAs(DocumentUnderway.Lead).RemoveSignerAsync(new RemoveSignerRequest { Name = on.Matter, Etag = etag, Post = "posts/finance-chief", Reason = "不涉及经费。" })),
                Refused.ReasonOfAsync(on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter, Etag = etag })));

            string[] lost = guarded ? ["STALE_ETAG"] : ["UNKNOWN_ASSIGNEE", "NOT_THE_HOLDER"];
            reasons.Count(r => r.Length == 0).ShouldBe(1);
            lost.ShouldContain(reasons.Single(r => r.Length > 0));
            (await on.ActsAsync()).Count.ShouldBe(5);
        }
    }

    [Theory, EveryDatabase]
    public async Task What_was_answered_stays_answered(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await on.MattersAs(DocumentUnderway.Assistant).DisagreeMatterAsync(new DisagreeMatterRequest { Name = on.Matter, Reason = "经费没有来源。" });
        await Refused.ForAsync("UNKNOWN_ASSIGNEE", on.MattersAs(DocumentUnderway.Lead).RemoveSignerAsync(new RemoveSignerRequest { Name = on.Matter, Post = "posts/finance-chief", Reason = "不涉及经费。" }));
    }
}
