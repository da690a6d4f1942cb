using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<AgreeMatterResponse> AgreeMatter(AgreeMatterRequest request, ServerCallContext context) => ActAsync(
        context,
        request.Name,
        request.Etag,
        on => on.Matter.Agree(
            desk.DeedOn(on.Subject, request.Opinion, request.SeenSha256) with { OpinionForm = request.OpinionForm },
            new Onward(request.Step, request.Assignee, [.. request.Posts])),
        matter => new AgreeMatterResponse { Matter = matter });
}
