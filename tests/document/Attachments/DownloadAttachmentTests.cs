using System.Text;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Attachments;

public sealed class DownloadAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_file_comes_back_whole_in_chunks_and_the_reading_is_on_record(StoreKind store)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"第{i}行\n")));
        var added = await AddAsync(store, content);
        using var call = (await suites.AttachmentsAs(Office.Director, store)).DownloadAttachment(new DownloadAttachmentRequest { Name = added.Name });
        var chunks = await call.ResponseStream.ReadAllAsync().ToListAsync();

        chunks.SelectMany(c => c.Data).ToArray().ShouldBe(content);
        chunks.ShouldAllBe(c => c.Data.Length <= 64 * 1024);
        chunks[0].Attachment.ShouldBe(added);
        chunks.Skip(1).ShouldAllBe(c => c.Attachment == null);
        var trail = new AuditService.AuditServiceClient((await suites.On(store)).Call("document", "auditor", Role.SecurityAuditor));
        var entries = await trail.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/document", Resource = added.Name });
        entries.AuditEntries.Single().Account.ShouldBe("director");
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_see_the_document_gets_no_byte(StoreKind store)
    {
        var added = await AddAsync(store, "text"u8.ToArray());
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", async () =>
        {
            using var call = (await suites.AttachmentsAs(Office.County, store)).DownloadAttachment(new DownloadAttachmentRequest { Name = added.Name });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });
    }

    [Theory, EveryDatabase]
    public async Task A_missing_file_and_a_missing_content_are_told_apart(StoreKind store)
    {
        var added = await AddAsync(store, Encoding.UTF8.GetBytes($"{Guid.NewGuid()}"));
        await Refused.ForAsync("ATTACHMENT_NOT_FOUND", () => FirstAsync($"{added.Name[..^36]}{Guid.NewGuid()}"));
        File.Delete(Path.Combine((await suites.On(store)).Store.Folder, "blobs", added.Sha256[..2], added.Sha256));
        await Refused.ForAsync("CONTENT_MISSING", () => FirstAsync(added.Name));

        async Task FirstAsync(string name)
        {
            using var call = (await suites.AttachmentsAs(Office.Clerk, store)).DownloadAttachment(new DownloadAttachmentRequest { Name = name });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        }
    }

    private async Task<Attachment> AddAsync(StoreKind store, byte[] content)
    {
        var document = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync();
        return (await (await suites.AttachmentsAs(Office.Clerk, store)).AddAttachmentAsync(
            new AddAttachmentRequest { Parent = document.Name, FileName = "附件.txt", Content = ByteString.CopyFrom(content) })).Attachment;
    }
}
