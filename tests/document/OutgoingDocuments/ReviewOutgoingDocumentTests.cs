using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class ReviewOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Five_parts_in_order_send_it_to_the_signer(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review");
        await StepOfHolder.IsAsync(on, Office.OfficeDirector, async (person, etag, id) =>
        {
            var request = on.Review();
            (request.MatterEtag, request.RequestId, request.Opinion) = (etag, id, "可以签发。");
            return (await on.HandlingAs(person).ReviewOutgoingDocumentAsync(request)).Matter;
        });
        (await on.MatterAsync()).Step.ShouldBe("sign");
        (await on.ActsAsync())[^1].Opinion.ShouldBe("可以签发。");
    }

    // Rulebook case 27.
    [Theory, EveryDatabase]
    public async Task A_part_left_out_or_answered_with_a_bare_no_is_no_review(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review");
        for (var part = 0; part < 5; part++)
        {
            var (without, bare) = (on.Review(), on.Review());
            without.Answers.RemoveAt(part);
            bare.Answers[part].InOrder = false;
            foreach (var request in new[] { without, bare })
                (await Refused.ForAsync("INCOMPLETE", on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(request))).Metadata["field"].ShouldBe("answers");
        }
        (await on.MatterAsync()).Step.ShouldBe("office-review");
    }

    [Theory, EveryDatabase]
    public async Task With_an_objection_it_goes_back_to_the_drafter_with_the_reasons_and_comes_straight_back(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review");
        var review = on.Review(ReviewPart.Content, ReviewPart.GenreAndForm);
        review.Opinion = "请修改。";

        var matter = (await on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(review)).Matter;

        (matter.Step, matter.HolderPost).ShouldBe(("draft", DraftUnderway.PostOf(Office.Staff)));
        var act = (await on.ActsAsync())[^1];
        (act.Verb, act.Opinion).ShouldBe((Verb.Return, "Content有误；GenreAndForm有误；请修改。"));
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "改后的正文。"));
        await on.DoAsync("draft");
        (await on.MatterAsync()).Step.ShouldBe("office-review");
        await on.DoAsync("office-review");
        await on.DoAsync("sign");
    }

    [Theory, EveryDatabase]
    public async Task It_is_done_at_its_step_alone(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "section-review");
        foreach (var request in new[] { on.Review(), on.Review(ReviewPart.Content) })
            await Refused.ForAsync("VERB_NOT_ALLOWED", on.HandlingAs(Office.SectionChief).ReviewOutgoingDocumentAsync(request));
        var draft = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await Refused.ForAsync("NOT_UNDER_WAY", draft.HandlingAs(Office.Staff).ReviewOutgoingDocumentAsync(draft.Review()));
    }

    [Theory, EveryDatabase]
    public async Task What_the_reviewer_changed_for_the_worse_and_what_was_not_seen_are_refused(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review");
        var seen = (await on.MatterAsync()).ContentSha256;
        await on.As(Office.OfficeDirector).UpdateOutgoingDocumentAsync(await on.ChangeAsync("title", d => d.Title = d.Title.Replace("通知", "意见")));
        (await Breaches.OfAsync(on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(on.Review()))).ShouldBe(["DOC-D02 第19条(三)(四)"]);
        await on.As(Office.OfficeDirector).UpdateOutgoingDocumentAsync(await on.ChangeAsync("title", d => d.Title = "关于做好救助工作的通知"));
        var request = on.Review();
        request.SeenSha256 = seen;
        await Refused.ForAsync("CONTENT_CHANGED", on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(request));
    }
}
