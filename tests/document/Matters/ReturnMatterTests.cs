using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ReturnMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_returns_it_once_to_the_step_before(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.Director, async (person, etag, requestId) =>
            (await on.MattersAs(person).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Etag = etag, Reason = "请补充意见。", RequestId = requestId })).Matter);
        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost, matter.Tasks.Count).ShouldBe(("propose", "posts/office-director", 1));
    }

    [Theory, EveryDatabase]
    public async Task Returned_to_come_straight_back_it_passes_over_the_steps_between(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        await on.MattersAs(Office.Director).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "screen", Reason = "请核对来文单位。", StraightBack = true });
        (await on.GetAsync()).HolderPost.ShouldBe("posts/clerk");

        var matter = (await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening())).Matter;

        (matter.Step, matter.HolderPost).ShouldBe(("instruct", "posts/director"));
    }

    [Theory, EveryDatabase]
    public async Task Signatures_still_open_are_cancelled(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await on.MattersAs(DocumentUnderway.Lead).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Reason = "应由规划财务科主办。" });

        (await on.ProgressAsync())[^1].Changed.Select(t => (t.Post, t.Outcome)).ShouldBe(
            [("posts/section-chief", TaskOutcome.Returned), ("posts/finance-chief", TaskOutcome.Cancelled)], ignoreOrder: true);
        await Refused.ForAsync("NOT_THE_HOLDER", on.MattersAs(DocumentUnderway.Assistant).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter }));
    }

    [Theory, EveryDatabase]
    public async Task What_is_proposed_anew_forgets_whom_the_first_proposal_named(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        await on.MattersAs(Office.Director).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Reason = "不必会签。" });
        var proposal = on.Proposal();
        proposal.Plan.AssistingPosts.Clear();

        var document = (await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(proposal)).IncomingDocument;

        document.Handling.Plan.AssistingPosts.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Without_reason_beyond_the_steps_passed_or_at_the_first_it_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var matters = on.MattersAs(Office.OfficeDirector);
        await Refused.ForAsync("REASON_REQUIRED", matters.ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter }));
        var info = await Refused.ForAsync("UNKNOWN_STEP", matters.ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "handle", Reason = "退回。" }));
        info.Metadata["allowed"].ShouldBe("screen");
        await Refused.ForAsync("CONTENT_CHANGED", matters.ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Reason = "退回。", SeenSha256 = new string('0', 64) }));

        var first = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("VERB_NOT_ALLOWED", first.MattersAs(Office.Clerk).ReturnMatterAsync(new ReturnMatterRequest { Name = first.Matter, Reason = "退回。" }));
    }
}
