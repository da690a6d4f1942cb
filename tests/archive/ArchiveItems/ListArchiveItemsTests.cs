using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Archive.Tests.ArchiveOffice;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed class ListArchiveItemsTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Pages_hold_every_item_of_a_year_once_in_order_of_reference_code(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = new List<ArchiveItem>();
        foreach (var period in (RetentionPeriod[])[RetentionPeriod.Permanent, RetentionPeriod.Years30, RetentionPeriod.Years10, RetentionPeriod.Permanent, RetentionPeriod.Years30])
        {
            var request = Item(1975);
            request.ArchiveItem.RetentionPeriod = period;
            filed.Add(await office.FileAsync(request));
        }
        await office.FileAsync(Item(1976));

        var walked = new List<ArchiveItem>();
        var page = new ListArchiveItemsRequest { FilingYear = 1975, PageSize = 2 };
        do
        {
            var answer = await office.Archivist.ListArchiveItemsAsync(page);
            walked.AddRange(answer.ArchiveItems);
            page.PageToken = answer.NextPageToken;
            answer.ArchiveItems.Count.ShouldBe(page.PageToken.Length > 0 ? 2 : 1);
        }
        while (page.PageToken.Length > 0);
        walked.ShouldBe(filed.OrderBy(i => i.ReferenceCode, StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task All_years_are_listed_when_none_is_asked_for(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var codes = new[] { (await office.FileAsync(Item(1978))).ReferenceCode, (await office.FileAsync(Item(1977))).ReferenceCode };
        var all = await office.ListAsync(0);
        all.Select(i => i.ReferenceCode).Where(codes.Contains).ShouldBe(codes.Order(StringComparer.Ordinal));
        (await office.ListAsync(1979)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_token_serves_its_own_list_only(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        await office.FileAsync(Item(1980));
        await office.FileAsync(Item(1980));
        var token = (await office.Archivist.ListArchiveItemsAsync(new ListArchiveItemsRequest { FilingYear = 1980, PageSize = 1 })).NextPageToken;
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Archivist.ListArchiveItemsAsync(new ListArchiveItemsRequest { FilingYear = 1981, PageSize = 1, PageToken = token }));
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Archivist.ListArchiveItemsAsync(new ListArchiveItemsRequest { PageToken = "!" }));
        (await Refused.FieldsOfAsync(office.Archivist.ListArchiveItemsAsync(new ListArchiveItemsRequest { FilingYear = -1, PageSize = 1001 }))).ShouldBe(["page_size", "filing_year"]);
    }

    [Theory, EveryDatabase]
    public async Task A_clerk_lists_nothing(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        await Refused.ForAsync("PERMISSION_DENIED", office.As("clerk", Role.Clerk).ListArchiveItemsAsync(new ListArchiveItemsRequest()));
    }
}
