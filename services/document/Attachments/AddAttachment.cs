using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Attachments;

internal sealed partial class AttachmentService
{
    public override async Task<AddAttachmentResponse> AddAttachment(AddAttachmentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Seen before the content is touched: who may not see the document leaves nothing in the store.
        await db.ReadAsync(request.Parent, caller, stop);
        var kind = await db.AcceptedKindOfAsync(zone, context, request.FileName, request.Content.Memory);
        // A blob without a row is harmless and found by its hash when the call is repeated; a row without a blob is a loss.
        var hash = await blobs.PutAsync(request.Content.Memory, stop);

        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetAsync(request.Parent, caller, stop);
        var attachment = new IncomingDocuments.Attachment
        {
            Id = Guid.CreateVersion7(clock.Now),
            DocumentId = document.Id,
            FileName = request.FileName,
            MediaType = kind.MediaType,
            SizeBytes = request.Content.Length,
            Sha256 = hash,
            CreateTime = clock.Now,
        };
        document.Attach(attachment);
        var resembled = await duplicates.WithFileAsync(hash, document.Id, stop);
        return await turn.CommitAsync(new AddAttachmentResponse { Attachment = attachment.ToProto(), Resemblances = { resembled.ToProto() } });
    }
}
