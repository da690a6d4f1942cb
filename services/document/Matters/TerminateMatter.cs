using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<TerminateMatterResponse> TerminateMatter(TerminateMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.Terminate(desk.DeedOn(on.Subject, request.Reason)), matter => new TerminateMatterResponse { Matter = matter });
}
