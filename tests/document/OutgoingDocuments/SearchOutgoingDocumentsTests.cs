using Backoffice.Document.Search;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class SearchOutgoingDocumentsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_draft_is_found_by_any_word_of_it_by_who_may_read_it_and_by_nobody_else(StoreKind store)
    {
        var (suite, word) = (await suites.On(store), Word());
        var draft = DraftUnderway.Notice();
        draft.Body = $"{new string('前', 50)}{word}{new string('后', 200)}";
        var on = await DraftUnderway.AtAsync(suite, "draft", draft);
        await IndexAsync(suite);

        var hit = (await SearchAsync(suite, Office.Staff, word)).Hits.ShouldHaveSingleItem();

        hit.OutgoingDocument.Name.ShouldBe(on.Name);
        hit.OutgoingDocument.Body.ShouldBeEmpty();
        hit.Snippet.ShouldContain(word);
        foreach (var query in (string[])["县民政局", draft.Title, word[..1]])
            (await SearchAsync(suite, Office.Staff, $"{query} {word}")).TotalSize.ShouldBe(1, query);
        (await SearchAsync(suite, Office.Staff, $"没有的词 {word}")).TotalSize.ShouldBe(0);
        foreach (var other in (string[])[Office.FinanceChief, Office.Director, Office.County])
            (await SearchAsync(suite, other, word)).ShouldBe(new SearchOutgoingDocumentsResponse());
    }

    [Theory, EveryDatabase]
    public async Task New_words_number_and_readers_are_found_as_they_come(StoreKind store)
    {
        var (suite, before, after) = (await suites.On(store), Word(), Word());
        var draft = DraftUnderway.Notice();
        draft.Body = before;
        var on = await DraftUnderway.AtAsync(suite, "draft", draft);
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = after));
        await IndexAsync(suite);
        (await SearchAsync(suite, Office.Staff, before)).TotalSize.ShouldBe(0);
        (await SearchAsync(suite, Office.Clerk, after)).TotalSize.ShouldBe(0);

        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "dispatched"))
            await on.DoAsync(step);
        await IndexAsync(suite);

        var number = (await on.GetAsync()).DocumentNumber;
        (await SearchAsync(suite, Office.Clerk, $"{number} {after}")).Hits.ShouldHaveSingleItem().OutgoingDocument.DocumentNumber.ShouldBe(number);
        // The county received it, and does not learn who drafted it.
        (await SearchAsync(suite, Office.County, after)).Hits.ShouldHaveSingleItem().OutgoingDocument.Drafter.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Hits_come_newest_first_page_by_page(StoreKind store)
    {
        var (suite, word) = (await suites.On(store), Word());
        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var draft = DraftUnderway.Notice();
            draft.Body = word;
            names.Insert(0, (await DraftUnderway.AtAsync(suite, "draft", draft)).Name);
        }
        await IndexAsync(suite);
        var first = await SearchAsync(suite, Office.Staff, word, pageSize: 2);
        var second = await SearchAsync(suite, Office.Staff, word, pageSize: 2, first.NextPageToken);
        first.Hits.Concat(second.Hits).Select(h => h.OutgoingDocument.Name).ShouldBe(names);
        (first.TotalSize, second.NextPageToken).ShouldBe((3, ""));
    }

    private static string Word() => $"词{Guid.NewGuid():N}";

    private static async Task<SearchOutgoingDocumentsResponse> SearchAsync(Suite suite, string person, string query, int pageSize = 0, string token = "") =>
        await new OutgoingDocumentService.OutgoingDocumentServiceClient(suite.As("document", person))
            .SearchOutgoingDocumentsAsync(new SearchOutgoingDocumentsRequest { Query = query, PageSize = pageSize, PageToken = token });

    private static async Task IndexAsync(Suite suite)
    {
        while (await suite.Services("document").GetRequiredService<SearchIndexUpkeep>().IndexAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }
}
