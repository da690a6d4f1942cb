using Backoffice.Document.Tests;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(DocumentSuites))]

namespace Backoffice.Document.Tests;

public sealed class DocumentSuites() : Suites(DocumentModule.Module)
{
    protected override Task PrepareAsync(Suite suite) => suite.PublishAsync(WiderOffice.Directory);

    public async Task<IncomingDocumentService.IncomingDocumentServiceClient> DocumentsAs(string person, StoreKind store) =>
        new((await On(store)).As("document", person));

    public async Task<AttachmentService.AttachmentServiceClient> AttachmentsAs(string person, StoreKind store) =>
        new((await On(store)).As("document", person));
}

internal static class Documents
{
    /// <summary>A document unlike any other, so that tests sharing a register do not meet.</summary>
    public static IncomingDocument Any(string title = "关于做好养老服务工作的通知") => new()
    {
        Title = $"{title} {Guid.NewGuid():N}",
        DocumentNumber = $"民发〔2026〕{Random.Shared.Next(1, int.MaxValue)}号",
        Issuer = "民政部",
        Body = "各省、自治区、直辖市民政厅（局）：\n现将有关事项通知如下。",
        Genre = DocumentGenre.Notice,
    };

    public static async Task<IncomingDocument> RegisterAsync(this IncomingDocumentService.IncomingDocumentServiceClient documents, IncomingDocument? document = null) =>
        (await documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = document ?? Any() })).IncomingDocument;
}
