using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Matters;

public sealed class ListCirculationTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_ledger_is_listed_in_the_order_served_page_by_page(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var readers = WiderOffice.Crowd.Take(5).ToList();
        await on.CirculateAsync(readers);

        var first = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter, PageSize = 3 });
        var second = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter, PageSize = 3, PageToken = first.NextPageToken });

        first.Readings.Concat(second.Readings).Select(r => r.Task.Person).ShouldBe(readers);
        second.NextPageToken.ShouldBeEmpty();
        second.ServedCount.ShouldBe(5);
    }

    [Theory, EveryDatabase]
    public async Task Only_those_who_have_not_read_are_outstanding(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        await on.CirculateAsync("people/director", "people/section-chief");
        await on.MattersAs(Office.Director).ReadMatterAsync(new ReadMatterRequest { Name = on.Matter });

        var ledger = await on.MattersAs(Office.Clerk).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter, OutstandingOnly = true });

        ledger.Readings.ShouldHaveSingleItem().Task.Person.ShouldBe("people/section-chief");
        (ledger.ServedCount, ledger.OpenedCount, ledger.ReadCount).ShouldBe((2, 1, 1));
    }

    [Theory, EveryDatabase]
    public async Task The_ledger_of_a_hidden_matter_is_not_found(StoreKind store)
    {
        var on = await DocumentUnderway.StartedAsync(suites, store);
        await Refused.ForAsync("MATTER_NOT_FOUND", on.MattersAs(Office.Staff).ListCirculationAsync(new ListCirculationRequest { Parent = on.Matter }));
    }
}
