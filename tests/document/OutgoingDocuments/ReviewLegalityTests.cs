using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class ReviewLegalityTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_post_named_alone_reviews_once_and_it_goes_on_to_be_signed(StoreKind store)
    {
        var on = await ToLegalityAsync(store);
        var before = await on.MatterAsync();
        (before.Step, before.StepTitle, before.HolderPost).ShouldBe(("legality-review", "合法性审核", DraftUnderway.PostOf(Office.FinanceChief)));
        before.Tasks[0].DueTime.ShouldNotBeNull();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.HandlingAs(Office.Director).ReviewLegalityAsync(on.Legality(7)));
        await Refused.ForAsync("PERMISSION_DENIED", on.HandlingAs(Office.County).ReviewLegalityAsync(on.Legality(7)));
        await Refused.ForAsync("NOT_THE_HOLDER", on.HandlingAs(Office.OfficeDirector).ReviewLegalityAsync(on.Legality(7)));
        var request = on.Legality(7);
        request.MatterEtag = $"{before.Etag}0";
        await Refused.ForAsync("STALE_ETAG", on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(request));
        (request.MatterEtag, request.RequestId) = (before.Etag, Guid.NewGuid().ToString());

        var answer = await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(request);

        (await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(request)).ShouldBe(answer);
        (answer.Matter.Step, answer.Matter.HolderPost).ShouldBe(("sign", DraftUnderway.PostOf(Office.DeputyDirector)));
        var review = (await on.GetAsync()).LegalityReview;
        (review.Passed, review.WorkingDays, review.Opinion, review.Person, review.Post).ShouldBe((true, 7, "合法。", "people/finance-chief", DraftUnderway.PostOf(Office.FinanceChief)));
        (review.StartDate, review.EndDate).ShouldBe((request.StartDate, request.EndDate));
        review.ReviewTime.ShouldNotBeNull();
        var act = (await on.ActsAsync())[^1];
        (act.Verb, act.Opinion, act.Actor.Person, act.SeenSha256).ShouldBe((Verb.Agree, "合法。", "people/finance-chief", before.ContentSha256));
        foreach (var step in (string[])["sign", "recheck", "register"])
            await on.DoAsync(step);
    }

    // Rulebook case 44: three working days are too short but in an emergency, sixteen are let pass with a warning.
    [Theory, EveryDatabase]
    public async Task It_takes_five_to_fifteen_working_days(StoreKind store)
    {
        foreach (var (days, emergency, broken) in new[] { (3, "", true), (3, "防汛应急", false), (5, "", false), (15, "", false), (16, "", false) })
        {
            var on = await ToLegalityAsync(store);
            var request = on.Legality(days);
            request.EmergencyReason = emergency;
            await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(request);
            (await on.GetAsync()).Findings.Where(f => f.RuleId == "DOC-D09").Select(f => f.Measured).ShouldBe(days == 16 || broken ? [$"{days}"] : []);
            if (!broken)
                await on.DoAsync("sign");
            else
                (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D09 "]);
        }
    }

    // 一般不少于: what is generally so, the office director may let pass.
    [Theory, EveryDatabase]
    public async Task A_short_review_is_let_pass_by_the_office_director_with_a_reason(StoreKind store)
    {
        var on = await ToLegalityAsync(store);
        await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(3));
        await on.As(Office.OfficeDirector).OverrideRuleAsync(new OverrideRuleRequest { Name = on.Name, RuleId = "DOC-D09", Reason = "上级限期印发" });
        await on.DoAsync("sign");
    }

    // Rulebook case 44: none at all.
    [Theory, EveryDatabase]
    public async Task Without_a_review_the_office_passes_it_to_nobody_but_a_reviewer_and_nobody_signs(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review", DraftUnderway.NormativeNotice());
        (await Refused.ForAsync("ASSIGNEE_REQUIRED", on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(on.Review()))).Metadata["step"].ShouldBe("合法性审核");
        await on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(on.ReviewForLegality());
        (await Breaches.OfAsync(on.HandlingAs(Office.FinanceChief).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D09 ", "DOC-D06 第22条"], ignoreOrder: true);
        await Refused.ForAsync("STEP_NEEDS_FORM", on.MattersAs(Office.FinanceChief).AgreeMatterAsync(new AgreeMatterRequest { Name = on.Matter }));
        (await on.GetAsync()).Findings.ShouldContain(f => f.RuleId == "DOC-D09" && f.Message.Contains("未经合法性审核"));
    }

    // Rulebook case 45: what is not normative goes straight to the signer, and names no reviewer.
    [Theory, EveryDatabase]
    public async Task What_is_not_normative_is_not_reviewed(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review");
        await Refused.ForAsync("UNKNOWN_ASSIGNEE", on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(on.ReviewForLegality()));
        await on.DoAsync("office-review");
        await Refused.ForAsync("STEP_NEEDS_FORM", on.HandlingAs(Office.DeputyDirector).ReviewLegalityAsync(on.Legality(7)));
        await on.DoAsync("sign");
        (await on.GetAsync()).LegalityReview.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_lawful_goes_back_to_the_drafter_and_comes_straight_back(StoreKind store)
    {
        var on = await ToLegalityAsync(store);
        var answer = await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(7, passed: false));
        (answer.Matter.Step, answer.OutgoingDocument.LegalityReview.Passed).ShouldBe(("draft", false));
        (await on.ActsAsync())[^1].Opinion.ShouldBe("增设许可没有依据。");
        await on.As(DraftUnderway.Drafter).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = "删去许可事项。"));
        (await on.GetAsync()).LegalityReview.ShouldBeNull();
        await on.DoAsync("draft");
        (await on.MatterAsync()).Step.ShouldBe("legality-review");
        await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(7));
        await on.DoAsync("sign");
    }

    [Theory, EveryDatabase]
    public async Task A_text_changed_after_its_review_is_reviewed_again_and_one_mended_after_signing_is_not(StoreKind store)
    {
        var on = await ToLegalityAsync(store);
        await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(7));
        await on.MattersAs(Office.DeputyDirector).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "draft", Reason = "补充", StraightBack = true });
        await on.As(DraftUnderway.Drafter).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body += "三、增设条件。"));
        await on.DoAsync("draft");
        (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-D09 "]);
        await on.MattersAs(Office.DeputyDirector).ReturnMatterAsync(new ReturnMatterRequest { Name = on.Matter, Step = "legality-review", Reason = "请再审", StraightBack = true });
        await on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(7));
        await on.DoAsync("sign");

        var mended = await on.ChangeAsync("body", d => d.Body = d.Body.Replace("增设", "增加", StringComparison.Ordinal), ChangeKind.Editorial);
        await on.As(Office.Clerk).UpdateOutgoingDocumentAsync(mended);
        (await on.GetAsync()).LegalityReview.Passed.ShouldBeTrue();
        await on.DoAsync("recheck");
    }

    [Theory, EveryDatabase]
    public async Task The_drafter_does_not_review_the_own_draft(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review", DraftUnderway.NormativeNotice());
        var review = on.Review();
        review.LegalityPost = DraftUnderway.PostOf(DraftUnderway.Drafter);
        await on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(review);
        await Refused.ForAsync("OWN_DRAFT", on.HandlingAs(DraftUnderway.Drafter).ReviewLegalityAsync(on.Legality(7)));
    }

    [Theory, EveryDatabase]
    public async Task Impossible_days_and_what_was_not_seen_are_refused(StoreKind store)
    {
        var on = await ToLegalityAsync(store);
        var review = on.HandlingAs(Office.FinanceChief);
        (await Refused.FieldsOfAsync(review.ReviewLegalityAsync(new ReviewLegalityRequest { Name = on.Name }))).ShouldBe(["opinion", "start_date", "end_date"], ignoreOrder: true);
        var request = on.Legality(7);
        (request.StartDate, request.EndDate) = (request.EndDate, request.StartDate);
        (await Refused.ForAsync("REVIEW_DATES", review.ReviewLegalityAsync(request))).Metadata["start"].ShouldBe("2026-03-31");
        request = on.Legality(7);
        request.EndDate = new() { Year = 9998, Month = 1, Day = 1 };
        await Refused.ForAsync("REVIEW_DATES", review.ReviewLegalityAsync(request));
        request = on.Legality(7);
        request.StartDate = new() { Year = 2001, Month = 1, Day = 1 };
        (await Refused.ForAsync("CALENDAR_NOT_PUBLISHED", review.ReviewLegalityAsync(request))).Metadata["year"].ShouldBe("2001");
        request = on.Legality(7);
        request.SeenSha256 = new string('0', 64);
        await Refused.ForAsync("CONTENT_CHANGED", review.ReviewLegalityAsync(request));
        (await on.GetAsync()).LegalityReview.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Of_several_reviews_at_once_one_counts(StoreKind store)
    {
        var on = await ToLegalityAsync(store);
        var reasons = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Refused.ReasonOfAsync(on.HandlingAs(Office.FinanceChief).ReviewLegalityAsync(on.Legality(5 + i)))));
        reasons.Count(r => r.Length == 0).ShouldBe(1);
        (await on.ActsAsync()).Count(a => a.Step == "legality-review").ShouldBe(1);
    }

    private async Task<DraftUnderway> ToLegalityAsync(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "office-review", DraftUnderway.NormativeNotice());
        await on.HandlingAs(Office.OfficeDirector).ReviewOutgoingDocumentAsync(on.ReviewForLegality());
        return on;
    }
}
