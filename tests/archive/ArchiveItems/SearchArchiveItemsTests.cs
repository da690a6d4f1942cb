using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Archive.Tests.ArchiveOffice;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed class SearchArchiveItemsTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Words_of_any_length_are_found_anywhere_in_a_title(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var item = await office.FileAsync(Item(1990, "国务院办公厅关于加强蕨麻资源保护的通知"));
        foreach (var query in (string[])["蕨麻", "麻资", "蕨", "蕨麻资源", "国务院办公厅关于加强蕨麻资源保护的通知", "保护 蕨麻 通知"])
            (await office.SearchAsync(query)).ShouldContain(item, query);
        foreach (var query in (string[])["麻蕨", "蕨资源", "蕨麻 洪涝", "蕨麻资源利用"])
            (await office.SearchAsync(query)).ShouldNotContain(item, query);
    }

    [Theory, EveryDatabase]
    public async Task A_document_number_is_found_in_any_form_of_brackets_and_width(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var request = Item(1991);
        request.ArchiveItem.DocumentNumber = "国办发〔1996〕2号";
        var item = await office.FileAsync(request);
        foreach (var query in (string[])
            ["国办发〔1996〕2号", "国办发[1996]2号", "国办发【1996】2号", "国办发（1996）2号", "国办发(1996)2号", "国办发［１９９６］２号", "〔1996〕2号", "国办发"])
            (await office.SearchAsync(query)).ShouldContain(item, query);
        (await office.SearchAsync("国办发〔1996〕3号")).ShouldNotContain(item);
    }

    [Theory, EveryDatabase]
    public async Task Creator_and_text_are_searched_too_in_plain_files_and_in_packages(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var plain = Item(1992, text: $"为贯彻落实獬豸精神，{NewText()}");
        plain.ArchiveItem.Creator = "饕餮市人民政府";
        var (first, second) = (await office.FileAsync(plain), await office.FileAsync(Item(1992, "决定", Files.Docx($"獬豸工程{NewText()}"))));
        (await office.SearchAsync("獬豸")).ShouldBe([second, first]);
        (await office.SearchAsync("饕餮市")).ShouldBe([first]);
        (await office.SearchAsync("獬豸 工程")).ShouldBe([second]);
    }

    [Theory, EveryDatabase]
    public async Task Text_is_searched_to_the_stated_length_and_cut_between_characters(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        // A character of two halves lies across the cut.
        var text = "貔貅" + new string('。', 199_997) + "𠮷麒麟";
        var item = await office.FileAsync(Item(1993, "长文", text));
        (await office.SearchAsync("貔貅")).ShouldBe([item]);
        (await office.SearchAsync("麒麟")).ShouldNotContain(item);
    }

    [Theory, EveryDatabase]
    public async Task Pages_hold_every_hit_once_newest_first(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = new List<ArchiveItem>();
        for (var i = 0; i < 5; i++)
            filed.Add(await office.FileAsync(Item(1994, $"狴犴工作简报第{i}期")));
        var walked = new List<ArchiveItem>();
        var request = new SearchArchiveItemsRequest { Query = "狴犴", PageSize = 2 };
        do
        {
            var page = await office.Archivist.SearchArchiveItemsAsync(request);
            walked.AddRange(page.ArchiveItems);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        walked.ShouldBe(Enumerable.Reverse(filed));
        var token = (await office.Archivist.SearchArchiveItemsAsync(request)).NextPageToken;
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.Archivist.SearchArchiveItemsAsync(new SearchArchiveItemsRequest { Query = "工作", PageSize = 2, PageToken = token }));
    }

    [Theory, EveryDatabase]
    public async Task Anything_may_be_asked_for(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        foreach (var query in (string[])["\"", "' OR 1=1 --", "terms : *", "AND", "（）", "%", "\\", "archive"])
            (await office.SearchAsync(query)).ShouldBeEmpty(query);
        (await Refused.FieldsOfAsync(office.Archivist.SearchArchiveItemsAsync(new SearchArchiveItemsRequest { PageSize = 101 }))).ShouldBe(["query", "page_size"]);
        (await Refused.FieldsOfAsync(office.Archivist.SearchArchiveItemsAsync(new SearchArchiveItemsRequest { Query = "a\0b" }))).ShouldBe(["query"]);
    }

    [Theory, EveryDatabase]
    public async Task A_clerk_finds_nothing_and_a_search_costs_more_than_a_read(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        await Refused.ForAsync("PERMISSION_DENIED", office.As("clerk", Role.Clerk).SearchArchiveItemsAsync(new SearchArchiveItemsRequest { Query = "通知" }));
        ContractTable.Of([ArchiveItemService.Descriptor]).Find("/backoffice.archive.v1.ArchiveItemService/SearchArchiveItems")!.Access.Rate.ShouldBe(Rate.Heavy);
    }
}
