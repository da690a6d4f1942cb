using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Grpc.Core;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    public override async Task DownloadOutgoingAttachment(
        DownloadOutgoingAttachmentRequest request, IServerStreamWriter<DownloadOutgoingAttachmentResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var attachment = AttachmentOf(await db.ReadOutgoingAsync(DocumentOf(request.Name), caller, stop), request.Name);
        await using var content = await blobs.OpenAsync(attachment.Sha256, stop) ?? throw DocumentErrors.ContentMissing(request.Name);

        var chunk = new DownloadOutgoingAttachmentResponse { Attachment = attachment.ToProto() };
        await foreach (var data in content.ChunksAsync(stop))
        {
            chunk.Data = data;
            await responseStream.WriteAsync(chunk, stop);
            chunk = new DownloadOutgoingAttachmentResponse();
        }
    }
}
