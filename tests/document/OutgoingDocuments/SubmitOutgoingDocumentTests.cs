using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class SubmitOutgoingDocumentTests(DocumentSuites suites)
{
    public static TheoryData<string> Drafts => [.. RulebookDrafts.All.Keys];

    [Theory, EveryDatabase]
    public async Task A_draft_goes_to_the_chief_of_its_section(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var request = on.Submission();
        (request.Opinion, request.RequestId) = ("请审核。", Guid.NewGuid().ToString());

        var answer = await on.As(Office.Staff).SubmitOutgoingDocumentAsync(request);

        answer.OutgoingDocument.State.ShouldBe(OutgoingDocumentState.InProgress);
        answer.OutgoingDocument.Matter.ShouldBe(answer.Matter.Name);
        (answer.Matter.Step, answer.Matter.HolderPost, answer.Matter.Procedure).ShouldBe(("section-review", DraftUnderway.PostOf(Office.SectionChief), "outgoing"));
        answer.Matter.Subject.ShouldBe(on.Name);
        (await on.As(Office.Staff).SubmitOutgoingDocumentAsync(request)).ShouldBe(answer);
        var matters = (await on.MattersAs(Office.Staff).ListMattersAsync(new ListMattersRequest { Subject = on.Name })).Matters;
        matters.ShouldHaveSingleItem().Name.ShouldBe(answer.Matter.Name);
    }

    [Theory, EveryDatabase]
    public async Task What_goes_up_or_is_important_is_for_the_director_to_sign(StoreKind store)
    {
        var suite = await suites.On(store);
        var important = DraftUnderway.Notice();
        (important.Important, important.CopyRecipients) = (true, "市政府");
        foreach (var draft in new[] { DraftUnderway.Request(), important })
            (await (await DraftUnderway.AtAsync(suite, "sign", draft)).MatterAsync()).HolderPost.ShouldBe(DraftUnderway.PostOf(Office.Director));
        (await (await DraftUnderway.AtAsync(suite, "sign")).MatterAsync()).HolderPost.ShouldBe(DraftUnderway.PostOf(Office.DeputyDirector));
    }

    [Theory, EveryDatabase]
    public async Task A_draft_is_submitted_by_its_drafter_alone(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.As(DraftUnderway.Outsider).SubmitOutgoingDocumentAsync(on.Submission()));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", on.As(Office.SectionChief).SubmitOutgoingDocumentAsync(on.Submission()));
        await Refused.ForAsync("PERMISSION_DENIED", on.As(Office.County).SubmitOutgoingDocumentAsync(on.Submission()));
        (await on.GetAsync()).State.ShouldBe(OutgoingDocumentState.Drafting);
    }

    [Theory, EveryDatabase]
    public async Task Of_several_submissions_at_once_one_starts_a_matter(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var reasons = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Refused.ReasonOfAsync(on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()))));
        reasons.Count(r => r.Length == 0).ShouldBe(1);
        (await on.MattersAs(Office.Staff).ListMattersAsync(new ListMattersRequest { Subject = on.Name })).Matters.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task An_empty_text_is_not_submitted(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.Body = "";
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft", draft);
        (await Refused.ForAsync("INCOMPLETE", on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()))).Metadata["field"].ShouldBe("body");
    }

    [Theory, EveryDatabase]
    public async Task What_the_section_returned_is_submitted_again_and_what_was_dispatched_is_not(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "section-review");
        await Refused.ForAsync("NOT_THE_HOLDER", on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()));
        // Rulebook case 29: without a reason nothing is returned (rule DOC-D05).
        await Refused.ForAsync("REASON_REQUIRED", on.MattersAs(Office.SectionChief).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Reason = " " }));
        await on.MattersAs(Office.SectionChief).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Reason = "依据不足" });
        var stale = on.Submission();
        stale.MatterEtag = "0";
        await Refused.ForAsync("STALE_ETAG", on.As(Office.Staff).SubmitOutgoingDocumentAsync(stale));
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "dispatched"))
            await on.DoAsync(step);
        await Refused.ForAsync("WRONG_STATE", on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()));
        (await on.MatterAsync()).State.ShouldBe(MatterState.Completed);
    }

    // Rulebook 13.1 and 13.2: what the rules of drafting and routing forbid is refused with the rule, and nothing else is.
    [Theory, MemberData(nameof(Drafts))]
    public async Task A_draft_is_held_against_the_rules(string title)
    {
        var (make, broken) = RulebookDrafts.All[title];
        var draft = make();
        if (draft.InReplyTo == RulebookDrafts.SomeRequest)
            draft.InReplyTo = await AnsweredRequestTests.ReceivedAsync(suites, StoreKind.Sqlite, draft.MainRecipients);
        var on = await DraftUnderway.AtAsync(await suites.On(StoreKind.Sqlite), "draft", draft);
        if (broken.Length == 0)
            (await on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission())).Matter.Step.ShouldBe("section-review");
        else
            (await Breaches.OfAsync(on.As(Office.Staff).SubmitOutgoingDocumentAsync(on.Submission()))).ShouldBe([broken]);
    }
}
