using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<DelegateMatterResponse> DelegateMatter(DelegateMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.Delegate(desk.DeedOn(on.Subject, request.Note), request.Post), matter => new DelegateMatterResponse { Matter = matter });
}
