using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<TransferMatterResponse> TransferMatter(TransferMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.Transfer(desk.DeedOn(on.Subject, request.Reason), request.Post), matter => new TransferMatterResponse { Matter = matter });
}
