using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Grpc.Core;

namespace Backoffice.Document.Attachments;

internal sealed partial class AttachmentService
{
    public override async Task DownloadAttachment(
        DownloadAttachmentRequest request, IServerStreamWriter<DownloadAttachmentResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var parts = request.Name.Split('/');
        var document = await db.ReadAsync($"{parts[0]}/{parts[1]}", caller, stop);
        var attachment = Guid.TryParseExact(parts[3], "D", out var id) ? document.Attachments.SingleOrDefault(a => a.Id == id) : null;
        if (attachment is null)
            throw DocumentErrors.AttachmentNotFound(request.Name);
        await secrecy.ExpectExportApprovedAsync(document, stop);
        var (content, watermark) = await viewer.FileAsync(blobs, attachment.Sha256, request.Name, attachment.MediaType, document.Secrecy, document.Invalidity?.MarkOn(clock.Today) ?? "", stop);
        await using var file = content;

        var chunk = new DownloadAttachmentResponse { Attachment = attachment.ToProto(), Watermark = watermark };
        await foreach (var data in file.ChunksAsync(stop))
        {
            chunk.Data = data;
            await responseStream.WriteAsync(chunk, stop);
            chunk = new DownloadAttachmentResponse();
        }
    }
}
