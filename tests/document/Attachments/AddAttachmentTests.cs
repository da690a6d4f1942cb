using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Attachments;

public sealed class AddAttachmentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_file_is_held_under_its_hash_and_its_found_kind(StoreKind store)
    {
        var (document, files) = await PrepareAsync(store);
        var content = Encoding.UTF8.GetBytes("%PDF-1.7\n…");
        var added = (await files.AddAttachmentAsync(new AddAttachmentRequest { Parent = document.Name, FileName = "通知.docx", Content = ByteString.CopyFrom(content) })).Attachment;
        added.MediaType.ShouldBe("application/pdf");
        added.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        added.SizeBytes.ShouldBe(content.Length);

        var read = (await (await suites.DocumentsAs(Office.Clerk, store)).GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = document.Name })).IncomingDocument;
        read.Attachments.ShouldBe([added]);
        read.Etag.ShouldNotBe(document.Etag);
        read.Version.ShouldBe(document.Version);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_adds_nothing(StoreKind store)
    {
        var (document, files) = await PrepareAsync(store);
        var request = new AddAttachmentRequest { Parent = document.Name, FileName = "a.txt", Content = ByteString.CopyFromUtf8("内容"), RequestId = Guid.NewGuid().ToString() };
        (await files.AddAttachmentAsync(request)).ShouldBe(await files.AddAttachmentAsync(request));
        var read = await (await suites.DocumentsAs(Office.Clerk, store)).GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = document.Name });
        read.IncomingDocument.Attachments.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Programs_macros_bombs_and_damaged_files_are_refused_and_not_kept(StoreKind store)
    {
        var (document, files) = await PrepareAsync(store);
        foreach (var (name, content) in new[]
        {
            ("program.pdf", "MZ\u0090\0\u0003\0\0\0"u8.ToArray()),
            ("script.txt", Encoding.UTF8.GetBytes($"#!/bin/sh\n# {Guid.NewGuid()}")),
            ("macro.docx", Package(("word/document.xml", "<a/>"), ("word/vbaProject.bin", "x"))),
            ("archive.zip", Package(("whatever.txt", "x"))),
            ("bomb.docx", Package(("word/document.xml", new string('0', 20_000_000)))),
            ("damaged.docx", Encoding.Latin1.GetBytes("PK\u0003\u0004 not a package")),
            ("latin.txt", [0xe9, 0x20, 0x41]),
        })
        {
            var info = await Refused.ForAsync("FILE_REFUSED", files.AddAttachmentAsync(new AddAttachmentRequest { Parent = document.Name, FileName = name, Content = ByteString.CopyFrom(content) }));
            info.Metadata["file_name"].ShouldBe(name);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            File.Exists(Path.Combine((await suites.On(store)).Store.Folder, "blobs", hash[..2], hash)).ShouldBeFalse(name);
        }
    }

    // Rulebook case 76: nothing is stored, the notice holds hash, size, time and person alone.
    [Theory, EveryDatabase]
    public async Task A_state_secret_inside_a_file_is_refused(StoreKind store)
    {
        var (document, files) = await PrepareAsync(store);
        foreach (var content in new[] { Encoding.UTF8.GetBytes($"秘密★1年 {Guid.NewGuid()}"), Package(("word/document.xml", "<w:t>机</w:t><w:t>密</w:t><w:t>★10年</w:t>")) })
        {
            await Refused.ForAsync("STATE_SECRET_REFUSED", files.AddAttachmentAsync(new AddAttachmentRequest { Parent = document.Name, FileName = "a", Content = ByteString.CopyFrom(content) }));
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            File.Exists(Path.Combine((await suites.On(store)).Store.Folder, "blobs", hash[..2], hash)).ShouldBeFalse();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_document_that_cannot_be_seen_takes_no_files(StoreKind store)
    {
        var hidden = Documents.Any();
        hidden.Readers.Add("people/director");
        var registered = await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(hidden);
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", (await suites.AttachmentsAs(Office.OfficeDirector, store))
            .AddAttachmentAsync(new AddAttachmentRequest { Parent = registered.Name, FileName = "a.txt", Content = ByteString.CopyFromUtf8("x") }));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a\\b.txt")]
    [InlineData("a\nb")]
    public async Task A_path_is_no_file_name(string name)
    {
        var (document, files) = await PrepareAsync(StoreKind.Sqlite);
        (await Refused.FieldsOfAsync(files.AddAttachmentAsync(new AddAttachmentRequest { Parent = document.Name, FileName = name, Content = ByteString.CopyFromUtf8("x") }))).ShouldBe(["file_name"]);
    }

    private async Task<(IncomingDocument Document, AttachmentService.AttachmentServiceClient Files)> PrepareAsync(StoreKind store) =>
        (await (await suites.DocumentsAs(Office.Clerk, store)).RegisterAsync(), await suites.AttachmentsAs(Office.Clerk, store));

    private static byte[] Package(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(package.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}
