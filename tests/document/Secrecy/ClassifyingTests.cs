using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

/// <summary>Periods, power and proposals of state secrets, where a zone may hold all of them.</summary>
public sealed class ClassifyingTests(ClassifiedHouses houses)
{
    // Rulebook cases 80 and 81: ten, twenty and thirty years at most, or a date or condition, and one of them.
    [Theory, EveryDatabase]
    public async Task A_level_has_a_period_within_its_limit_or_what_stands_in_its_place(StoreKind store)
    {
        var house = await houses.OfTopSecretsOn(store);
        var on = await DraftUnderway.AtAsync(house, "draft");
        var drafter = house.SecrecyAs(DraftUnderway.Drafter);
        foreach (var (level, years) in new[] { (SecrecyLevel.Secret, 10), (SecrecyLevel.Confidential, 20), (SecrecyLevel.TopSecret, 30) })
        {
            var marking = MarkedDocuments.Classifying(on.Name, level, years + 1);
            // What it follows is on paper.
            marking.SecrecyMark.DerivedFrom = "密发〔2026〕1号";
            (await Breaches.OfAsync(drafter.MarkSecrecyAsync(marking))).ShouldBe(["SEC-02 第20条"]);
            marking.SecrecyMark.PeriodYears = 0;
            (await Breaches.OfAsync(drafter.MarkSecrecyAsync(marking))).ShouldBe(["SEC-02 第20条"]);
            marking.SecrecyMark.PeriodYears = years;
            (await drafter.MarkSecrecyAsync(marking)).SecrecyMark.Printed.ShouldEndWith($"★{years}年");
        }
        var both = MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret, 20);
        (both.SecrecyMark.DerivedFrom, both.SecrecyMark.DeclassificationCondition) = ("密发〔2026〕1号", "方案公布后");
        (await Breaches.OfAsync(drafter.MarkSecrecyAsync(both))).ShouldBe(["SEC-12 第22条"]);
        (both.SecrecyMark.PeriodYears, both.SecrecyMark.DeclassificationCondition) = (0, "");
        both.SecrecyMark.DeclassificationDate = new() { Year = house.Now.Year + 5, Month = 3, Day = 16 };
        (await drafter.MarkSecrecyAsync(both)).SecrecyMark.Printed.ShouldBe($"绝密★{house.Now.Year + 5}年3月16日");
    }

    // Case 82: original classification stops at 机密; what follows 绝密 is 绝密, with its period and within its scope.
    [Theory, EveryDatabase]
    public async Task An_organ_of_a_city_does_not_classify_top_secrets_and_follows_those_it_received(StoreKind store)
    {
        var house = await houses.OfTopSecretsOn(store);
        var on = await DraftUnderway.AtAsync(house, "draft");
        var drafter = house.SecrecyAs(DraftUnderway.Drafter);
        (await Breaches.OfAsync(drafter.MarkSecrecyAsync(MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret, 20)))).ShouldBe(["SEC-03 第17条"]);
        var source = await MarkedDocuments.ReceivedAsync(house, SecrecyLevel.TopSecret, new(2026, 1, 5), 20);

        async Task<IReadOnlyList<string>> BreachesOfAsync(Action<SecrecyMark> change)
        {
            var marking = MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret, 20);
            marking.SecrecyMark.DerivedFrom = source;
            change(marking.SecrecyMark);
            return await Breaches.OfAsync(drafter.MarkSecrecyAsync(marking));
        }
        (await BreachesOfAsync(m => m.Level = SecrecyLevel.Confidential)).ShouldBe(["SEC-07 第18条"]);
        (await BreachesOfAsync(m => m.PeriodYears = 10)).ShouldBe(["SEC-07 第18条"]);
        (await BreachesOfAsync(m => m.Scope.Add(Office.CountyUnit))).ShouldBe(["SEC-07 第18条"]);
        var hidden = await MarkedDocuments.ReceivedAsync(house, SecrecyLevel.TopSecret, new(2026, 1, 5), 20);
        await house.SecrecyAs(Office.Clerk).MarkSecrecyAsync(Narrowed(hidden));
        var unseen = MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret, 20);
        unseen.SecrecyMark.DerivedFrom = hidden;
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", drafter.MarkSecrecyAsync(unseen));

        var derived = MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret, 20);
        derived.SecrecyMark.DerivedFrom = source;
        (await drafter.MarkSecrecyAsync(derived)).SecrecyMark.Printed.ShouldBe("绝密★20年");
    }

    // Case 84, and rules SEC-05 and SEC-06: two people classify, and what another organ decides waits for it.
    [Theory, EveryDatabase]
    public async Task Nobody_approves_what_they_proposed_and_what_was_referred_needs_a_decision(StoreKind store)
    {
        var house = await houses.OfTopSecretsOn(store);
        var on = await DraftUnderway.AtAsync(house, "sign", DraftUnderway.Request());
        var proposal = MarkedDocuments.Classifying(on.Name, SecrecyLevel.TopSecret, 20);
        proposal.SecrecyMark.Referral = SecrecyReferral.NoPower;
        var proposed = (await house.SecrecyAs(Office.Director).MarkSecrecyAsync(proposal)).SecrecyMark;
        (proposed.Proposer, proposed.ReferralDueDate).ShouldBe(("people/director", DraftUnderway.Today));
        var confirm = new ConfirmClassificationRequest { Name = on.Name, Decision = "省民政厅密定〔2026〕3号" };
        (await Breaches.OfAsync(house.SecrecyAs(Office.Director).ConfirmClassificationAsync(confirm))).ShouldBe(["SEC-04 第16条"]);
        (await Breaches.OfAsync(house.SecrecyAs(Office.DeputyDirector).ConfirmClassificationAsync(new ConfirmClassificationRequest { Name = on.Name }))).ShouldBe(["SEC-05 第17条"]);

        var confirmed = (await house.SecrecyAs(Office.DeputyDirector).ConfirmClassificationAsync(confirm)).SecrecyMark;

        (confirmed.Officer, confirmed.Decision).ShouldBe(("people/deputy-director", "省民政厅密定〔2026〕3号"));
        await on.DoAsync("sign");
    }

    // Case 92 of what was received, and rules SEC-13 and SEC-28.
    [Theory, EveryDatabase]
    public async Task A_received_secret_has_its_copy_number_and_day_of_issue_and_an_old_one_the_longest_period(StoreKind store)
    {
        var house = await houses.On(store);
        var clerk = new IncomingDocumentService.IncomingDocumentServiceClient(house.As("document", Office.Clerk));
        var undated = MarkedDocuments.Classifying((await clerk.RegisterAsync()).Name);
        (await Breaches.OfAsync(house.SecrecyAs(Office.Clerk).MarkSecrecyAsync(undated))).ShouldBe(["SEC-13 第19条", "DOC-E01 第9条(一)"], ignoreOrder: true);
        var dated = Documents.Any();
        dated.IssueDate = new() { Year = 2016, Month = 3, Day = 15 };
        var old = MarkedDocuments.Classifying((await clerk.RegisterAsync(dated)).Name, SecrecyLevel.Confidential, 0);
        (old.SecrecyMark.PeriodUnmarked, old.SecrecyMark.CopyNumbers) = (true, "000012");
        var marked = (await house.SecrecyAs(Office.Clerk).MarkSecrecyAsync(old)).SecrecyMark;
        (marked.Printed, marked.CopyNumbers, marked.DeclassifiedFrom).ShouldBe(("机密", "000012", new() { Year = 2036, Month = 3, Day = 16 }));
        // What the organ issues itself bears its period.
        var own = MarkedDocuments.Classifying((await DraftUnderway.AtAsync(house, "draft")).Name, years: 0);
        own.SecrecyMark.PeriodUnmarked = true;
        (await Breaches.OfAsync(house.SecrecyAs(DraftUnderway.Drafter).MarkSecrecyAsync(own))).ShouldBe(["SEC-28 "]);
    }

    private static MarkSecrecyRequest Narrowed(string document)
    {
        var marking = MarkedDocuments.Classifying(document, SecrecyLevel.TopSecret, 20);
        marking.SecrecyMark.CopyNumbers = "000004";
        marking.SecrecyMark.Scope.Clear();
        marking.SecrecyMark.Scope.Add(Office.OfficeUnit);
        return marking;
    }
}
