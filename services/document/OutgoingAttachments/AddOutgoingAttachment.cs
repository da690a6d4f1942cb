using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    public override async Task<AddOutgoingAttachmentResponse> AddOutgoingAttachment(AddOutgoingAttachmentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Seen before the content is touched: who may not see the document leaves nothing in the store.
        await db.ReadOutgoingAsync(request.Parent, caller, stop);
        var kind = await db.AcceptedKindOfAsync(zone, context, request.FileName, request.Content.Memory);
        var hidden = Inspect(request.FileName, request.Content.Memory);
        var hash = await blobs.PutAsync(request.Content.Memory, stop);

        await using var turn = await db.BeginTurnAsync(context);
        var document = await WithCallerAsync(request.Parent, stop);
        document.ExpectState("添加附件", Changeable);
        var attachment = new OutgoingAttachment
        {
            Id = Guid.CreateVersion7(clock.Now),
            DocumentId = document.Id,
            FileName = request.FileName,
            MediaType = kind.MediaType,
            SizeBytes = request.Content.Length,
            Sha256 = hash,
            CreateTime = clock.Now,
            Person = caller.Actor,
        }.With(hidden);
        document.Attach(attachment);
        return await turn.CommitAsync(new AddOutgoingAttachmentResponse { Attachment = attachment.ToProto() });
    }
}
