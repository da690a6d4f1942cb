using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class ListOutgoingDocumentsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Pages_put_together_are_the_list_newest_first_without_texts(StoreKind store)
    {
        var documents = await AsAsync(Office.Staff, store);
        var created = new List<string>();
        for (var i = 0; i < 5; i++)
            created.Add((await documents.CreateOutgoingDocumentAsync(new CreateOutgoingDocumentRequest { OutgoingDocument = DraftUnderway.Notice() })).OutgoingDocument.Name);

        var listed = await ListAsync(documents, new ListOutgoingDocumentsRequest { PageSize = 2 });

        listed.Select(d => d.Name).Where(created.Contains).ShouldBe(Enumerable.Reverse(created));
        listed.Select(d => d.Name).Distinct().Count().ShouldBe(listed.Count);
        listed.ShouldAllBe(d => d.Body.Length == 0 && d.Title.Length > 0);
    }

    [Theory, EveryDatabase]
    public async Task Only_what_the_caller_may_see_is_listed(StoreKind store)
    {
        var suite = await suites.On(store);
        var (draft, signed) = (await DraftUnderway.AtAsync(suite, "draft"), await DraftUnderway.AtAsync(suite, "sign"));
        foreach (var (person, sees) in new[] { (Office.Staff, (true, true)), (Office.SectionChief, (true, true)), (Office.DeputyDirector, (false, true)), (Office.Clerk, (false, false)), (Office.County, (false, false)) })
        {
            var names = (await ListAsync(await AsAsync(person, store), new ListOutgoingDocumentsRequest { PageSize = 1000 })).Select(d => d.Name).ToList();
            (names.Contains(draft.Name), names.Contains(signed.Name)).ShouldBe(sees, person);
        }
        var nobody = new OutgoingDocumentService.OutgoingDocumentServiceClient(suite.Call("document", "nobody", Role.Clerk));
        (await nobody.ListOutgoingDocumentsAsync(new ListOutgoingDocumentsRequest())).OutgoingDocuments.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Filters_are_joined_by_and(StoreKind store)
    {
        var suite = await suites.On(store);
        var (notice, request) = (await DraftUnderway.AtAsync(suite, "print"), await DraftUnderway.AtAsync(suite, "draft", DraftUnderway.Request()));
        var number = (await notice.GetAsync()).DocumentNumber;
        foreach (var (filter, matches) in new[]
        {
            ("state = REGISTERED", (true, false)), ("state != REGISTERED", (false, true)), ("genre = REQUEST", (false, true)), ("direction = DOWNWARD", (true, false)),
            ($"document_number = \"{number}\"", (true, false)), ($"document_number != \"{number}\"", (false, true)), ($"unit = \"{Office.SectionUnit}\"", (true, true)),
            ($"unit != \"{Office.SectionUnit}\"", (false, false)), ("state = REGISTERED AND genre = REQUEST", (false, false)),
        })
        {
            var names = (await ListAsync(notice.As(Office.Staff), new ListOutgoingDocumentsRequest { PageSize = 1000, Filter = filter })).Select(d => d.Name).ToList();
            (names.Contains(notice.Name), names.Contains(request.Name)).ShouldBe(matches, filter);
        }
        foreach (var wrong in (string[])["title = \"x\"", "state > REGISTERED", "state = NOWHERE", "state"])
            await Refused.ForAsync("INVALID_FILTER", notice.As(Office.Staff).ListOutgoingDocumentsAsync(new ListOutgoingDocumentsRequest { Filter = wrong }));
    }

    private async Task<OutgoingDocumentService.OutgoingDocumentServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));

    private static async Task<List<OutgoingDocument>> ListAsync(OutgoingDocumentService.OutgoingDocumentServiceClient documents, ListOutgoingDocumentsRequest request)
    {
        var listed = new List<OutgoingDocument>();
        do
        {
            var page = await documents.ListOutgoingDocumentsAsync(request);
            listed.AddRange(page.OutgoingDocuments);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return listed;
    }
}
