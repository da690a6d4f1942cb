using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<DisagreeMatterResponse> DisagreeMatter(DisagreeMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.Disagree(desk.DeedOn(on.Subject, request.Reason, request.SeenSha256)), matter => new DisagreeMatterResponse { Matter = matter });
}
