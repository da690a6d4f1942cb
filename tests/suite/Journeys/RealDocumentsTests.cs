using System.Text.Json;
using Backoffice.Document.V1;
using Backoffice.Host.Import;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Journeys;

/// <summary>All published documents at hand, where the full collection lies beside the repository.</summary>
public sealed class RealDocumentsTests(Demonstrations demonstrations)
{
    private static readonly string Collection = RepositoryFiles.Path("../shared/data/official-documents/official-documents.jsonl");

    [Theory, EveryDatabase]
    public async Task Every_record_is_stored_unaltered_or_refused_with_a_reason(StoreKind store)
    {
        Assert.SkipUnless(File.Exists(Collection), "the full collection of official documents is not beside this repository");
        var suite = await demonstrations.On(store);
        var lines = await File.ReadAllLinesAsync(Collection);
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(await suite.AsAsync("clerk"));
        var import = new DocumentImport(await suite.AsAsync("clerk"), new FileInfo(Collection), new ImportMark(suite.Installation, new FileInfo(Collection)), new RefusalReport(Path.Combine(suite.Store.Folder, "refused.jsonl")));

        await import.RunAsync(_ => { }, CancellationToken.None);
        (import.Imported + import.Existed + import.Refused).ShouldBe(lines.Length);
        import.Refused.ShouldBe(0);

        var kept = await KeptAsync(documents);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var name = kept[$"official-documents/{Text(json, "id")}"];
            var read = (await documents.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = name })).IncomingDocument;
            read.Title.ShouldBe(Text(json, "title"));
            read.DocumentNumber.ShouldBe(Text(json, "document_number"));
            read.Issuer.ShouldBe(Text(json, "issuer"));
            read.IssueDateText.ShouldBe(Text(json, "issued_date"));
            read.Body.ShouldBe(Text(json, "body"));
        }
        await FindEveryNumberAsync(documents, lines);
    }

    private static async Task FindEveryNumberAsync(IncomingDocumentService.IncomingDocumentServiceClient documents, string[] lines)
    {
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            if (Text(json, "document_number") is not { Length: > 0 } number)
                continue;
            var hits = await documents.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = number, PageSize = 100 });
            hits.Hits.Select(h => h.IncomingDocument.DocumentNumber).ShouldContain(number);
        }
    }

    private static async Task<Dictionary<string, string>> KeptAsync(IncomingDocumentService.IncomingDocumentServiceClient documents)
    {
        var kept = new Dictionary<string, string>();
        var request = new ListIncomingDocumentsRequest { PageSize = 1000 };
        do
        {
            var page = await documents.ListIncomingDocumentsAsync(request);
            foreach (var document in page.IncomingDocuments.Where(d => d.Source.Length > 0))
                kept.Add(document.Source, document.Name);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return kept;
    }

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString() ?? "";
}
