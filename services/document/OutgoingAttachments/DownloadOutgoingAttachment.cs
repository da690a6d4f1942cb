using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Grpc.Core;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    public override async Task DownloadOutgoingAttachment(
        DownloadOutgoingAttachmentRequest request, IServerStreamWriter<DownloadOutgoingAttachmentResponse> responseStream, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadOutgoingAsync(OutgoingVisibility.DocumentOf(request.Name), caller, stop);
        if (caller.Has(Role.Counterpart))
            document.ExpectInForce();
        var attachment = AttachmentOf(document, request.Name);
        await secrecy.ExpectExportApprovedAsync(document, stop);
        var (content, watermark) = await viewer.FileAsync(blobs, attachment.Sha256, request.Name, attachment.MediaType, document.Secrecy, across: "", stop);
        await using var file = content;

        var chunk = new DownloadOutgoingAttachmentResponse { Attachment = attachment.ToProto(), Watermark = watermark };
        await foreach (var data in file.ChunksAsync(stop))
        {
            chunk.Data = data;
            await responseStream.WriteAsync(chunk, stop);
            chunk = new DownloadOutgoingAttachmentResponse();
        }
    }
}
