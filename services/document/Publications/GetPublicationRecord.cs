using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Publications;

internal sealed partial class PublicationService
{
    public override async Task<GetPublicationRecordResponse> GetPublicationRecord(GetPublicationRecordRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadOutgoingAsync(request.Name, caller, stop);
        return new GetPublicationRecordResponse { PublicationRecord = await RecordOfAsync(document, await ReviewsAsync(document, stop), [], stop) };
    }
}
