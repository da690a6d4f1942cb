using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<RemoveSignerResponse> RemoveSigner(RemoveSignerRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.RemoveSigner(desk.DeedOn(on.Subject, request.Reason), request.Post), matter => new RemoveSignerResponse { Matter = matter });
}
