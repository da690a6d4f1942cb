using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Search;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class SearchIncomingDocumentsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_document_is_found_by_words_of_every_length_and_by_its_number_in_any_form(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var tag = $"{Guid.NewGuid():N}";
        var document = Documents.Any();
        document.Title = $"关于推进基本养老服务体系建设的意见{tag}";
        document.DocumentNumber = $"国办发〔2026〕{tag[..8]}号";
        document.Issuer = "国务院办公厅";
        document.Body = "到２０２６年，ＡＢＣ三类机构〇一二三覆盖率达到100%。\n老有所养，老有所依。";
        var registered = await documents.RegisterAsync(document);

        foreach (var query in new[]
        {
            "养老", "养老服务", "推进基本养老服务体系建设的意见", "办公厅", "国办发", $"国办发〔2026〕{tag[..8]}号", $"国办发[2026]{tag[..8]}号", $"国办发 2026 {tag[..8]}",
            "2026年", "abc三类", "〇一二三", "100%", "老有所养", "养 老", "服务 覆盖率",
        })
        {
            var hits = await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = $"{query} {tag}" });
            hits.Hits.Select(h => h.IncomingDocument.Name).ShouldBe([registered.Name], query);
        }
        foreach (var absent in new[] { "老养", "养老有所", "依老", "所养老有" })
            (await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = $"{absent} {tag}" })).TotalSize.ShouldBe(0, absent);
    }

    [Theory, EveryDatabase]
    public async Task One_character_is_enough_and_punctuation_alone_finds_nothing(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var document = Documents.Any();
        document.Body = "龘";
        var registered = await documents.RegisterAsync(document);
        (await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = "龘" })).Hits.Select(h => h.IncomingDocument.Name).ShouldContain(registered.Name);
        (await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = "，。！" })).TotalSize.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task A_reader_whom_a_step_added_finds_the_document_even_when_the_service_stopped_in_between(StoreKind store)
    {
        var clerk = await suites.DocumentsAs(Office.Clerk, store);
        var registered = await clerk.RegisterAsync();
        var suite = await suites.On(store);
        await using (var scope = suite.Services("document").CreateAsyncScope())
        {
            // As a step leaves it.
            var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "step"), TestContext.Current.CancellationToken);
            var document = await db.AnyIncomingAsync(registered.Name, TestContext.Current.CancellationToken);
            document!.LetAlsoRead([Office.Director]).ShouldBeTrue();
            await turn.CommitAsync();
        }
        var search = new SearchIncomingDocumentsRequest { Query = registered.Title.Split(' ')[1] };

        await suite.Services("document").GetRequiredService<SearchIndexUpkeep>().IndexAsync(TestContext.Current.CancellationToken);

        (await (await suites.DocumentsAs(Office.Director, store)).SearchIncomingDocumentsAsync(search)).TotalSize.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task What_a_caller_may_not_see_is_neither_found_nor_counted(StoreKind store)
    {
        var word = $"词{Guid.NewGuid():N}";
        var clerk = await suites.DocumentsAs(Office.Clerk, store);
        foreach (var reader in new[] { Office.SectionUnit, Office.OfficeUnit, "people/clerk" })
        {
            var document = Documents.Any(word);
            document.Readers.Add(reader);
            await clerk.RegisterAsync(document);
        }
        var search = new SearchIncomingDocumentsRequest { Query = word };
        (await clerk.SearchIncomingDocumentsAsync(search)).TotalSize.ShouldBe(2);
        (await (await suites.DocumentsAs(Office.OfficeDirector, store)).SearchIncomingDocumentsAsync(search)).TotalSize.ShouldBe(1);
        (await (await suites.DocumentsAs(Office.County, store)).SearchIncomingDocumentsAsync(search)).TotalSize.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Hits_come_newest_first_page_by_page_with_the_place_of_the_word(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var word = $"词{Guid.NewGuid():N}";
        var names = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var document = Documents.Any();
            document.Body = $"{new string('前', 50)}{word}{new string('后', 200)}";
            names.Insert(0, (await documents.RegisterAsync(document)).Name);
        }
        var request = new SearchIncomingDocumentsRequest { Query = word, PageSize = 2 };
        var hits = new List<SearchHit>();
        do
        {
            var page = await documents.SearchIncomingDocumentsAsync(request);
            page.TotalSize.ShouldBe(5);
            hits.AddRange(page.Hits);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        hits.Select(h => h.IncomingDocument.Name).ShouldBe(names);
        hits.ShouldAllBe(h => h.Snippet.StartsWith('…') && h.Snippet.EndsWith('…') && h.Snippet.Contains(word) && h.IncomingDocument.Body.Length == 0);
    }

    [Theory, EveryDatabase]
    public async Task Search_agrees_with_looking_through_every_text(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var tag = $"{Guid.NewGuid():N}";
        var random = new Random(20261125);
        const string letters = "甲乙丙丁ab1";
        var bodies = new Dictionary<string, string>();
        for (var i = 0; i < 40; i++)
        {
            var document = Documents.Any(tag);
            document.Body = new string([.. Enumerable.Range(0, 12).Select(_ => random.Next(6) == 0 ? '，' : letters[random.Next(letters.Length)])]);
            bodies.Add((await documents.RegisterAsync(document)).Name, document.Body);
        }
        await Gen.Char[letters].Array[1, 4].Select(c => new string(c)).SampleAsync(
            async word =>
            {
                var hits = await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = $"{word} {tag}", PageSize = 100 });
                var expected = bodies.Where(b => b.Value.Contains(word) || (tag.Contains(word) && word.All(char.IsAsciiLetterOrDigit))).Select(b => b.Key).ToList();
                // The generated particulars may hold short Latin words too; every expected hit must be there, and every hit must hold the word somewhere.
                hits.Hits.Select(h => h.IncomingDocument.Name).Intersect(expected).Count().ShouldBe(expected.Count, word);
                if (word.Any(c => c > 'z'))
                    hits.TotalSize.ShouldBe(expected.Count, word);
            },
            iter: 60, threads: 1);
    }
}
