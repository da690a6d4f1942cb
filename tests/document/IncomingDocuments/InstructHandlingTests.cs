using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class InstructHandlingTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_leader_alone_instructs_once_and_may_decide_otherwise_than_proposed(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        await HolderAlone.MayAsync(on, Office.Director, async (person, etag, requestId) => (await on.HandlingAs(person).InstructHandlingAsync(new InstructHandlingRequest
        {
            Name = on.Document,
            MatterEtag = etag,
            Opinion = "请规划财务科主办。",
            Plan = new HandlingPlan { LeadPost = "posts/finance-chief", AssistingPosts = { "posts/section-chief" } },
            RequestId = requestId,
        })).Matter, notFound: "INCOMING_DOCUMENT_NOT_FOUND");
        var matter = await on.GetAsync();
        (matter.Step, matter.HolderPost).ShouldBe(("handle", "posts/finance-chief"));
        matter.Tasks.Select(t => t.Post).ShouldBe(["posts/finance-chief", "posts/section-chief"]);
        (await on.GetDocumentAsync()).Handling.Instruction.ShouldBe("请规划财务科主办。");
    }

    [Theory, EveryDatabase]
    public async Task An_empty_instruction_is_a_circle_and_means_as_proposed(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);

        var answer = await on.HandlingAs(Office.Director).InstructHandlingAsync(new InstructHandlingRequest { Name = on.Document });

        answer.IncomingDocument.Handling.Plan.ShouldBe(on.Proposal().Plan);
        answer.Matter.HolderPost.ShouldBe("posts/section-chief");
        (await on.ActsAsync())[^1].OpinionForm.ShouldBe(OpinionForm.Circled);
    }

    [Theory, EveryDatabase]
    public async Task What_is_urgent_is_not_passed_on_without_deadline_and_chaser(StoreKind store)
    {
        var document = Documents.Any();
        document.Urgency = Urgency.Urgent;
        var on = await DocumentUnderway.ProposedAsync(suites, store, document);
        (await Breaches.OfAsync(on.HandlingAs(Office.Director).InstructHandlingAsync(new InstructHandlingRequest { Name = on.Document }))).ShouldBe(["DOC-I04 第24条(四)", "DOC-I06 第24条(六)"]);
        (await on.GetAsync()).HolderPost.ShouldBe("posts/director");
    }

    // Rulebook case 54.
    [Theory, EveryDatabase]
    public async Task What_the_leader_calls_important_has_somebody_who_chases_it(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        var instruction = new InstructHandlingRequest { Name = on.Document, Plan = new HandlingPlan { Important = true } };
        (await Breaches.OfAsync(on.HandlingAs(Office.Director).InstructHandlingAsync(instruction))).ShouldBe(["DOC-I06 第24条(六)"]);
        instruction.Plan.ChaserPost = DocumentUnderway.PostOf(Office.OfficeDirector);
        var plan = (await on.HandlingAs(Office.Director).InstructHandlingAsync(instruction)).IncomingDocument.Handling.Plan;
        (plan.Important, plan.ChaserPost, plan.LeadPost).ShouldBe((true, instruction.Plan.ChaserPost, on.Proposal().Plan.LeadPost));
    }

    [Theory, EveryDatabase]
    public async Task At_another_step_and_on_what_no_longer_stands_it_is_refused(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var request = new InstructHandlingRequest { Name = on.Document, Plan = on.Proposal().Plan };
        await Refused.ForAsync("STEP_NEEDS_FORM", on.HandlingAs(Office.OfficeDirector).InstructHandlingAsync(request));
        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal());
        request.SeenSha256 = new string('0', 64);
        await Refused.ForAsync("CONTENT_CHANGED", on.HandlingAs(Office.Director).InstructHandlingAsync(request));
    }
}
