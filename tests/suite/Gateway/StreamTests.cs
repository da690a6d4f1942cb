using System.Security.Cryptography;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Gateway;

public sealed class StreamTests(Demonstrations demonstrations)
{
    [Theory]
    [InlineData(Wire.Grpc)]
    [InlineData(Wire.GrpcWeb)]
    [InlineData(Wire.Json)]
    public async Task A_large_file_goes_in_and_comes_out_whole(Wire wire)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var clerk = await suite.AsAsync("clerk", wire);
        var document = (await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(
            new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Title = $"附件 {Guid.NewGuid()}" } })).IncomingDocument;
        var files = new AttachmentService.AttachmentServiceClient(clerk);
        var content = new byte[12 << 20];
        RandomNumberGenerator.Fill(content);
        "%PDF-1.7"u8.CopyTo(content);

        var added = await files.AddAttachmentAsync(new AddAttachmentRequest { Parent = document.Name, FileName = "大文件.pdf", Content = ByteString.CopyFrom(content) });
        using var call = files.DownloadAttachment(new DownloadAttachmentRequest { Name = added.Attachment.Name });
        var received = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            call.ResponseStream.Current.Data.WriteTo(received);

        SHA256.HashData(received.ToArray()).ShouldBe(SHA256.HashData(content));
    }
}
