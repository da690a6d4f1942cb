using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    private const int ChunkBytes = 64 * 1024;

    public override async Task DownloadOutgoingAttachment(
        DownloadOutgoingAttachmentRequest request, IServerStreamWriter<DownloadOutgoingAttachmentResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var attachment = AttachmentOf(await db.ReadOutgoingAsync(DocumentOf(request.Name), caller, stop), request.Name);
        await using var content = await blobs.OpenAsync(attachment.Sha256, stop) ?? throw DocumentErrors.ContentMissing(request.Name);

        var chunk = new DownloadOutgoingAttachmentResponse { Attachment = attachment.ToProto() };
        var buffer = new byte[ChunkBytes];
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, stop)) > 0)
        {
            chunk.Data = ByteString.CopyFrom(buffer, 0, read);
            await responseStream.WriteAsync(chunk, stop);
            chunk = new DownloadOutgoingAttachmentResponse();
        }
    }
}
