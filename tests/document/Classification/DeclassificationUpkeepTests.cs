using Backoffice.Document.Classification;
using Backoffice.Document.Tests.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Classification;

public sealed class DeclassificationUpkeepTests
{
    // Rulebook case 85: still secret on the last day, none from the day after.
    [Theory, EveryDatabase]
    public async Task A_secret_is_none_the_day_after_its_period_has_ended(StoreKind store)
    {
        var clock = Declassifying.At("2026-03-15T23:50");
        await using var house = await ClassifiedHouses.StartAsync(store, clock);
        var (ending, going) = (await Declassifying.ReceivedAsync(house), await MarkedDocuments.ReceivedAsync(house, SecrecyLevel.Secret, new(2016, 3, 16), 10));
        await DeclassifyAsync(house);
        (await MarkAsync(house, ending)).Level.ShouldBe(SecrecyLevel.Secret);

        Declassifying.Set(clock, "2026-03-16T00:01");
        await DeclassifyAsync(house);
        await DeclassifyAsync(house);

        var mark = await MarkAsync(house, ending);
        (mark.Level, mark.Printed, mark.Scope.Count).ShouldBe((SecrecyLevel.Unspecified, "", 0));
        mark.Reviews.ShouldHaveSingleItem().Outcome.ShouldBe(ReviewOutcome.Expired);
        (await MarkAsync(house, going)).Level.ShouldBe(SecrecyLevel.Secret);
        var told = (await house.EventsAsync<ClassificationChanged>("document")).ShouldHaveSingleItem();
        (told.Document, told.Outcome, told.Level, told.Principals.Count).ShouldBe((ending, ReviewOutcome.Expired, SecrecyLevel.Unspecified, MarkedDocuments.Course.Count));
    }

    private static Task DeclassifyAsync(Suite house) => house.Services("document").GetRequiredService<DeclassificationUpkeep>().DeclassifyAsync(TestContext.Current.CancellationToken);

    private static async Task<SecrecyMark> MarkAsync(Suite house, string document) =>
        (await house.SecrecyAs(Office.Clerk).GetSecrecyMarkAsync(new GetSecrecyMarkRequest { Name = document })).SecrecyMark;
}
