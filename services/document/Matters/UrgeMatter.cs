using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<UrgeMatterResponse> UrgeMatter(UrgeMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, "", on => on.Matter.Urge(desk.DeedOn(on.Subject, request.Note)), matter => new UrgeMatterResponse { Matter = matter });
}
