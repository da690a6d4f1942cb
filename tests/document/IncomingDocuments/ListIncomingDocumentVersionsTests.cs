using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class ListIncomingDocumentVersionsTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Every_state_a_document_had_can_be_read_again_newest_first(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var document = await documents.RegisterAsync();
        var titles = new List<string> { document.Title };
        for (var i = 1; i <= 4; i++)
        {
            document.Title = $"第{i}次更正";
            titles.Insert(0, document.Title);
            document = (await documents.UpdateIncomingDocumentAsync(new UpdateIncomingDocumentRequest { IncomingDocument = document, UpdateMask = new FieldMask { Paths = { "title" } } })).IncomingDocument;
        }

        var request = new ListIncomingDocumentVersionsRequest { Parent = document.Name, PageSize = 2 };
        var versions = new List<IncomingDocumentVersion>();
        do
        {
            var page = await documents.ListIncomingDocumentVersionsAsync(request);
            versions.AddRange(page.Versions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        versions.Select(v => v.Version).ShouldBe([5, 4, 3, 2, 1]);
        versions.Select(v => v.IncomingDocument.Title).ShouldBe(titles);
        versions.ShouldAllBe(v => v.Person == "people/clerk");
        versions[0].ChangedFields.ShouldBe(["title"]);
        versions[^1].ChangedFields.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Versions_of_a_hidden_document_are_hidden(StoreKind store)
    {
        var registered = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync();
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", (await suites.DocumentsAs(Office.County, store))
            .ListIncomingDocumentVersionsAsync(new ListIncomingDocumentVersionsRequest { Parent = registered.Name }));
    }
}
