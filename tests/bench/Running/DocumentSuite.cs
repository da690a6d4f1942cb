using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>The document service as it really runs, with its office, and its database by the bare driver.</summary>
internal sealed class DocumentSuite : IAsyncDisposable
{
    private DocumentSuite(Suite suite, RawStore raw, DocumentRows rows) => (Suite, Raw, Rows) = (suite, raw, rows);

    public Suite Suite { get; }

    public RawStore Raw { get; }

    public DocumentRows Rows { get; }

    /// <summary>The service as the clerk calls it; the token lasts half an hour.</summary>
    public IncomingDocumentService.IncomingDocumentServiceClient Clerk() => new(Suite.As("document", Office.Clerk));

    public static async Task<DocumentSuite> StartAsync(StoreKind kind, Documents documents)
    {
        var suite = await Suite.StartAsync(kind, DocumentModule.Module);
        await suite.PublishAsync(Office.Directory);
        var clerk = new IncomingDocumentService.IncomingDocumentServiceClient(suite.As("document", Office.Clerk));
        await clerk.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = documents.At(0), RequestId = Guid.NewGuid().ToString() });
        var raw = RawStore.Open(suite.Store, "document");
        return new DocumentSuite(suite, raw, await DocumentRows.LearnAsync(raw));
    }

    public async ValueTask DisposeAsync()
    {
        await Raw.DisposeAsync();
        await Suite.DisposeAsync();
    }
}
