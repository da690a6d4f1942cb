using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Type;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Classification;

public sealed class ReviewClassificationTests(ClassifiedHouses houses)
{
    // Rulebook case 86: decided before the end, by whoever classified it or its superior.
    [Theory, EveryDatabase]
    public async Task A_period_is_extended_before_its_end_and_by_whoever_classified(StoreKind store)
    {
        var clock = Declassifying.At("2026-03-15T17:00");
        await using var house = await ClassifiedHouses.StartAsync(store, clock);
        var (inTime, late) = (await Declassifying.ReceivedAsync(house), await Declassifying.ReceivedAsync(house));
        ReviewClassificationRequest Extending(string name) => new() { Name = name, Outcome = ReviewOutcome.Extend, Reason = "仍须保密", DeclassificationDate = new() { Year = 2031, Month = 3, Day = 16 } };
        var ours = Extending(inTime);
        (await Breaches.OfAsync(house.ReviewsAs(Office.Director).ReviewClassificationAsync(ours))).ShouldBe(["SEC-14 第24条"]);
        ours.Authority = "民政部 密定〔2026〕9号";

        var mark = (await house.ReviewsAs(Office.Director).ReviewClassificationAsync(ours)).SecrecyMark;

        (mark.Printed, mark.DeclassifiedFrom, mark.Reviews.Single().Authority).ShouldBe(("秘密★2031年3月16日", new() { Year = 2031, Month = 3, Day = 16 }, "民政部 密定〔2026〕9号"));
        Declassifying.Set(clock, "2026-03-16T00:30");
        var after = Extending(late);
        after.Authority = "民政部 密定〔2026〕9号";
        (await Breaches.OfAsync(house.ReviewsAs(Office.Director).ReviewClassificationAsync(after))).ShouldBe(["SEC-14 第24条"]);
    }

    [Theory, EveryDatabase]
    public async Task A_secret_of_our_own_is_shortened_and_declassified_and_those_who_hold_it_are_told(StoreKind store)
    {
        var house = await houses.On(store);
        var draft = DraftUnderway.Notice();
        draft.CopyRecipients = "市财政局";
        var on = await ConfirmClassificationTests.ClassifiedAsync(house, "dispatch", confirm: true, draft);
        var request = new ReviewClassificationRequest { Name = on.Name, Outcome = ReviewOutcome.Shorten, Reason = "方案即将公布", DeclassificationDate = InTwoYears(house), RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("PERMISSION_DENIED", house.ReviewsAs(Office.Staff).ReviewClassificationAsync(request));
        await Refused.ForAsync("NOT_THE_CLASSIFICATION_OFFICER", house.ReviewsAs(Office.DeputyDirector).ReviewClassificationAsync(request));
        request.Etag = "0";
        await Refused.ForAsync("STALE_ETAG", house.ReviewsAs(Office.Director).ReviewClassificationAsync(request));
        request.Etag = (await house.SecrecyAs(Office.Staff).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = on.Name })).SecrecyMark.Etag;

        var shortened = await house.ReviewsAs(Office.Director).ReviewClassificationAsync(request);

        (await house.ReviewsAs(Office.Director).ReviewClassificationAsync(request)).ShouldBe(shortened);
        // While a matter runs, those of the scope have it in their inboxes.
        (await on.ProgressAsync()).Single(p => p.Verb == Verb.Copy).Assigned.Select(t => t.Person + t.Post).ShouldContain(p => p.EndsWith(Office.SectionChief, StringComparison.Ordinal));
        await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "市财政局", CopyCount = 1 }));
        var open = new ReviewClassificationRequest { Name = on.Name, Outcome = ReviewOutcome.Declassify, Reason = "方案已经公布" };
        (await Breaches.OfAsync(house.ReviewsAs(Office.Director).ReviewClassificationAsync(open))).ShouldBe(["SEC-15 第23条"]);
        open.Notice = "民密〔2026〕1号";

        var mark = (await house.ReviewsAs(Office.Director).ReviewClassificationAsync(open)).SecrecyMark;

        (mark.Level, mark.Printed, mark.DeclassifyTime is null, mark.Scope.Count).ShouldBe((SecrecyLevel.Unspecified, "", false, 0));
        mark.Reviews.Select(r => r.Outcome).ShouldBe([ReviewOutcome.Shorten, ReviewOutcome.Declassify]);
        (await house.EventsAsync<ClassificationChanged>("document")).Where(e => e.Document == on.Name).Select(e => (e.Outcome, e.Principals.Count)).ShouldBe([(ReviewOutcome.Shorten, 4), (ReviewOutcome.Declassify, 4)]);
        (await on.GetAsync(Office.SectionChief)).Name.ShouldBe(on.Name);
        await Refused.ForAsync("NOT_CLASSIFIED", house.ReviewsAs(Office.Director).ReviewClassificationAsync(open));
    }

    [Theory, EveryDatabase]
    public async Task What_is_no_confirmed_secret_is_not_reviewed(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await ConfirmClassificationTests.ClassifiedAsync(house, "section-review", confirm: false);
        var request = new ReviewClassificationRequest { Name = on.Name, Outcome = ReviewOutcome.Keep, Reason = "仍须保密" };
        await Refused.ForAsync("NOT_CLASSIFIED", house.ReviewsAs(Office.Director).ReviewClassificationAsync(request));
        request.Outcome = ReviewOutcome.Expired;
        (await Refused.FieldsOfAsync(house.ReviewsAs(Office.Director).ReviewClassificationAsync(request))).ShouldBe(["outcome"]);
    }

    private static Date InTwoYears(Suite house) => new() { Year = house.Now.Year + 2, Month = 3, Day = 16 };
}
