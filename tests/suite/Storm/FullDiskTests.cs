using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>The disk of a small office's one machine is full, and later it is not.</summary>
public sealed class FullDiskTests
{
    private const int FullAt = 24;
    private const int RoomAt = 200;

    [Fact]
    public async Task A_full_disk_refuses_changes_shows_what_there_is_and_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.MakeAsync(FullAt);
        Assert.SkipWhen(disk is null, "only root can make a small disk");
        await using var suite = await Testing.Suite.StartAsync(StoreKind.Sqlite);
        await suite.AddAsync(DocumentModule.Module, "document", new SuitePart { Settings = new Dictionary<string, string?> { ["Backoffice:DataFolder"] = disk.Path, ["Backoffice:ConnectionString"] = "" } });
        await suite.PublishAsync(Office.Directory);
        var clerk = new IncomingDocumentService.IncomingDocumentServiceClient(suite.As("document", Office.Clerk));
        var files = new AttachmentService.AttachmentServiceClient(suite.As("document", Office.Clerk));

        var accepted = new List<IncomingDocument>();
        RegisterIncomingDocumentRequest request;
        string reason;
        do
            request = Paper(accepted.Count + 1);
        while ((reason = await RegisterAsync()).Length == 0);

        reason.ShouldBe("UNAVAILABLE");
        accepted.Count.ShouldBeGreaterThan(3);
        var file = new AddAttachmentRequest { Parent = accepted[0].Name, FileName = "附图.txt", Content = ByteString.CopyFromUtf8(new string('图', 1 << 20)), RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("UNAVAILABLE", files.AddAttachmentAsync(file));
        (await clerk.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = accepted[^1].Name })).IncomingDocument.Body.ShouldBe(accepted[^1].Body);

        await disk.GrowAsync(RoomAt);
        // What was refused is done by its repeat, once, and takes the next number.
        await Eventually.SameAsync(RegisterAsync, r => r.Length == 0);
        (await files.AddAttachmentAsync(file)).Attachment.SizeBytes.ShouldBe(file.Content.Length);
        var list = await clerk.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1000, OrderBy = "register_time" });
        list.IncomingDocuments.Select(d => d.Name).ShouldBe(accepted.Select(d => d.Name));
        accepted.Select(d => d.RegistrationNumber).Distinct().Count().ShouldBe(accepted.Count);
        accepted[^1].RegistrationNumber.ShouldEndWith($"〕{accepted.Count}号");

        async Task<string> RegisterAsync()
        {
            var call = clerk.RegisterIncomingDocumentAsync(request);
            var refusal = await Refused.ReasonOfAsync(call);
            if (refusal.Length == 0)
                accepted.Add((await call).IncomingDocument);
            return refusal;
        }
    }

    private static RegisterIncomingDocumentRequest Paper(int n) => new()
    {
        IncomingDocument = new IncomingDocument { Title = $"关于第{n}件事的通知", Issuer = "省民政厅", Genre = DocumentGenre.Notice, Body = string.Concat(Enumerable.Range(0, 4_000).Select(i => (char)('一' + (((i * 7) + (n * 131)) % 8_000)))) },
        RequestId = Guid.NewGuid().ToString(),
    };
}
