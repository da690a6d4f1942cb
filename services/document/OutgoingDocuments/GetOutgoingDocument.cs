using Backoffice.Document.V1;
using Grpc.Core;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<GetOutgoingDocumentResponse> GetOutgoingDocument(GetOutgoingDocumentRequest request, ServerCallContext context)
    {
        var document = await db.ReadOutgoingAsync(request.Name, caller, context.CancellationToken);
        if (document.Secrecy >= SecrecyLevel.Confidential)
            await secrecy.RecordReadAsync(document, context);
        if (IsOutside)
            return new GetOutgoingDocumentResponse { OutgoingDocument = AsShown(document, withBody: true) };
        var message = await WithFindingsAsync(document, context.CancellationToken);
        message.DraftLock = document.LockAt(clock.Now)?.ToProto(directory.Current);
        return new GetOutgoingDocumentResponse { OutgoingDocument = message };
    }
}
