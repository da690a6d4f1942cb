using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Classification;

public sealed class ListDueReviewsTests
{
    // Rulebook case 87: due after twelve months, and no longer once reviewed.
    [Theory, EveryDatabase]
    public async Task What_was_not_reviewed_for_twelve_months_is_listed_to_the_officers(StoreKind store)
    {
        var clock = Declassifying.At("2024-06-03T09:00");
        await using var house = await ClassifiedHouses.StartAsync(store, clock);
        var known = await Declassifying.ReceivedAsync(house);
        var narrow = MarkedDocuments.Classifying((await Declassifying.ReceivedAsync(house)), SecrecyLevel.Secret);
        narrow.SecrecyMark.CopyNumbers = "000004";
        narrow.SecrecyMark.Scope.Clear();
        narrow.SecrecyMark.Scope.Add(Office.OfficeUnit);
        await house.SecrecyAs(Office.Clerk).MarkSecrecyAsync(narrow);
        Declassifying.Set(clock, "2025-06-02T23:00");
        (await ListAsync(house)).ShouldBeEmpty();
        Declassifying.Set(clock, "2025-06-03T01:00");
        await Refused.ForAsync("PERMISSION_DENIED", house.ReviewsAs(Office.Clerk).ListDueReviewsAsync(new ListDueReviewsRequest()));
        await Refused.ForAsync("NOT_THE_CLASSIFICATION_OFFICER", house.ReviewsAs(Office.OfficeDirector).ListDueReviewsAsync(new ListDueReviewsRequest()));

        var due = await ListAsync(house);

        due.Select(d => d.Document).ShouldBe([known, narrow.SecrecyMark.Name], ignoreOrder: true);
        due.ShouldAllBe(d => d.Level == SecrecyLevel.Secret && d.Printed == "秘密★10年" && d.DeclassifiedFrom.Year == 2026);
        // The title of what the officer may not know is not told.
        due.Single(d => d.Document == narrow.SecrecyMark.Name).Title.ShouldBeEmpty();
        due.Single(d => d.Document == known).Title.ShouldNotBeEmpty();
        await house.ReviewsAs(Office.Director).ReviewClassificationAsync(new ReviewClassificationRequest { Name = known, Outcome = ReviewOutcome.Keep, Reason = "仍须保密" });
        (await ListAsync(house)).ShouldHaveSingleItem().Document.ShouldBe(narrow.SecrecyMark.Name);
        (await house.EventsAsync<ClassificationChanged>("document")).ShouldBeEmpty();
    }

    // Page by page, one on each.
    private static async Task<IReadOnlyList<DueReview>> ListAsync(Suite house)
    {
        var (due, request) = (new List<DueReview>(), new ListDueReviewsRequest { PageSize = 1 });
        do
        {
            var page = await house.ReviewsAs(Office.Director).ListDueReviewsAsync(request);
            due.AddRange(page.DueReviews);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return due;
    }
}
