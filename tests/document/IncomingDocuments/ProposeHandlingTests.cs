using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class ProposeHandlingTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_holder_alone_proposes_once_and_asks_the_leader(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.OfficeDirector, async (person, etag, requestId) =>
        {
            var proposal = on.Proposal();
            (proposal.MatterEtag, proposal.RequestId) = (etag, requestId);
            return (await on.HandlingAs(person).ProposeHandlingAsync(proposal)).Matter;
        }, notFound: "INCOMING_DOCUMENT_NOT_FOUND");
        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("instruct", "posts/director"));
        var handling = (await on.GetDocumentAsync()).Handling;
        (handling.Proposal, handling.Plan).ShouldBe((on.Proposal().Opinion, on.Proposal().Plan));
    }

    [Theory, EveryDatabase]
    public async Task Without_a_leader_it_goes_straight_to_the_lead_with_those_who_assist(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);

        var matter = (await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(Direct(on))).Matter;

        (matter.Step, matter.HolderPost).ShouldBe(("handle", "posts/section-chief"));
        matter.Tasks.Select(t => (t.Kind, t.Post)).ShouldBe([(TaskKind.Act, "posts/section-chief"), (TaskKind.Sign, "posts/finance-chief")]);
    }

    // Rulebook case 54.
    [Theory, EveryDatabase]
    public async Task The_urgent_has_a_deadline_and_somebody_who_chases(StoreKind store)
    {
        var document = Documents.Any();
        document.Urgency = Urgency.ExtraUrgent;
        var on = await DocumentUnderway.ScreenedAsync(suites, store, document);
        var proposal = Direct(on);
        (await Breaches.OfAsync(on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(proposal))).ShouldBe(["DOC-I04 第24条(四)", "DOC-I06 第24条(六)"]);
        proposal.Plan.DueDate = new() { Year = 2030, Month = 3, Day = 1 };
        (await Breaches.OfAsync(on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(proposal))).ShouldBe(["DOC-I06 第24条(六)"]);
        proposal.Plan.ChaserPost = "posts/clerk";

        var matter = (await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(proposal)).Matter;

        var due = matter.Tasks[0].DueTime.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8));
        (due.Year, due.Month, due.Day).ShouldBe((2030, 3, 1));
    }

    [Theory, EveryDatabase]
    public async Task Of_several_posts_one_is_the_lead_and_somebody_must_have_it(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var leaderless = Direct(on);
        leaderless.Plan = new HandlingPlan { AssistingPosts = { "posts/section-chief", "posts/finance-chief" } };
        (await Breaches.OfAsync(on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(leaderless))).ShouldBe(["DOC-I04 第24条(四)"]);
        var toNobody = Direct(on);
        toNobody.Plan = null;
        await Refused.ForAsync("ASSIGNEE_REQUIRED", on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(toNobody));
        var toAnotherOrgan = Direct(on);
        toAnotherOrgan.Plan.LeadPost = "posts/county";
        await Refused.ForAsync("UNKNOWN_ASSIGNEE", on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(toAnotherOrgan));
    }

    [Theory, EveryDatabase]
    public async Task Only_a_leader_is_asked_for_an_instruction(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var proposal = on.Proposal();
        proposal.LeaderPost = "posts/section-chief";
        await Refused.ForAsync("UNKNOWN_ASSIGNEE", on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(proposal));
    }

    private static ProposeHandlingRequest Direct(DocumentUnderway on)
    {
        var proposal = on.Proposal();
        proposal.LeaderPost = "";
        return proposal;
    }
}
