using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Sealing;

public sealed class ListSealUsesTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task The_register_of_a_month_has_numbers_without_gaps_for_whoever_reads_the_documents(StoreKind store)
    {
        var house = await houses.On(store);
        var first = await (await house.ApplyAsync()).SealedAsync();
        var second = await (await house.ApplyAsync()).SealedAsync();
        var month = $"{DraftUnderway.Today.Year:0000}-{DraftUnderway.Today.Month:00}";
        var listed = await ListAsync(house, Office.OfficeDirector, new ListSealUsesRequest { Month = month, PageSize = 1 });
        listed.ShouldContain(first);
        listed.IndexOf(second).ShouldBeLessThan(listed.IndexOf(first));
        listed.Select(u => u.Number).ShouldBe(Enumerable.Range(1, listed.Count).Reverse());

        (await ListAsync(house, Office.Staff, new ListSealUsesRequest { OutgoingDocument = first.OutgoingDocument })).ShouldBe([first]);
        (await ListAsync(house, Office.OfficeDirector, new ListSealUsesRequest { Month = month, Seal = $"seals/{Guid.NewGuid()}" })).ShouldBeEmpty();
        (await ListAsync(house, Office.OfficeDirector, new ListSealUsesRequest { Month = "2020-01" })).ShouldBeEmpty();
        // Whoever reads none of the documents reads nothing of them here.
        (await ListAsync(house, DraftUnderway.Outsider, new ListSealUsesRequest { Month = month })).ShouldBeEmpty();
        await Refused.ForAsync("INCOMPLETE", house.SealingAs(Office.Staff).ListSealUsesAsync(new ListSealUsesRequest()));
        await Refused.ForAsync("PERMISSION_DENIED", house.SealingAs(Office.County).ListSealUsesAsync(new ListSealUsesRequest { Month = month }));
    }

    private static async Task<List<SealUse>> ListAsync(SealedHouse house, string person, ListSealUsesRequest request)
    {
        var all = new List<SealUse>();
        do
        {
            var page = await house.SealingAs(person).ListSealUsesAsync(request);
            all.AddRange(page.SealUses);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
