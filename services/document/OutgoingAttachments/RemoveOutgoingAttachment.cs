using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    public override async Task<RemoveOutgoingAttachmentResponse> RemoveOutgoingAttachment(RemoveOutgoingAttachmentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await WithCallerAsync(request.Name, stop);
        var attachment = AttachmentOf(document, request.Name);
        document.ExpectState("删除附件", Changeable);
        document.Detach(attachment);
        return await turn.CommitAsync(new RemoveOutgoingAttachmentResponse());
    }
}
