using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<GetOutgoingDocumentResponse> GetOutgoingDocument(GetOutgoingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadOutgoingAsync(request.Name, caller, context.CancellationToken);
        await secrecy.RecordReaderAsync(document, context);
        if (IsOutside)
            return new GetOutgoingDocumentResponse { OutgoingDocument = AsShown(document, withBody: true) };
        var message = await WithFindingsAsync(document, context.CancellationToken);
        message.DraftLock = document.LockAt(clock.Now)?.ToProto(directory.Current);
        return new GetOutgoingDocumentResponse { OutgoingDocument = message };
    }
}
