using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class TerminateMatterTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_holds_it_ends_it_once_and_the_document_is_back_in_the_register(StoreKind store)
    {
        var on = await DocumentUnderway.InstructedAsync(suites, store);
        await HolderAlone.MayAsync(on, DocumentUnderway.Lead, async (person, etag, requestId) =>
            (await on.MattersAs(person).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Etag = etag, Reason = "来文单位撤回。", RequestId = requestId })).Matter);

        var matter = await on.GetAsync();
        (matter.State, matter.Step, matter.HolderPost, matter.Tasks.Count).ShouldBe((MatterState.Terminated, "", "", 0));
        matter.AllowedVerbs.ShouldBeEmpty();
        (await on.ProgressAsync())[^1].Changed.Select(t => (t.Post, t.Outcome)).ShouldBe(
            [("posts/section-chief", TaskOutcome.Terminated), ("posts/finance-chief", TaskOutcome.Cancelled)], ignoreOrder: true);
        (await on.GetDocumentAsync()).State.ShouldBe(IncomingDocumentState.Registered);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_started_it_ends_it_wherever_it_is(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        (await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "来文单位撤回。" })).Matter.State.ShouldBe(MatterState.Terminated);
    }

    [Theory, EveryDatabase]
    public async Task What_has_ended_is_acted_on_no_more(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("REASON_REQUIRED", on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter }));
        await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "来文单位撤回。" });

        await Refused.ForAsync("MATTER_ENDED", on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "再次终止。" }));
        await Refused.ForAsync("MATTER_ENDED", on.MattersAs(Office.Clerk).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter }));
        await Refused.ForAsync("NOT_UNDER_WAY", on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening()));
    }
}
