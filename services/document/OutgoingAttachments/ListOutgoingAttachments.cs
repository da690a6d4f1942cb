using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    public override async Task<ListOutgoingAttachmentsResponse> ListOutgoingAttachments(ListOutgoingAttachmentsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var document = await db.ReadOutgoingAsync(request.Parent, caller, context.CancellationToken);
        var after = page.After?.Text() ?? "";
        var attachments = ShownOf(document).Where(a => string.CompareOrdinal(a.Name, after) > 0).Take(page.Size + 1).ToList();
        return new ListOutgoingAttachmentsResponse
        {
            Attachments = { attachments.Take(page.Size).Select(a => a.ToProto()) },
            NextPageToken = page.Next(attachments, a => PageKey.Of(a.Name)),
        };
    }
}
