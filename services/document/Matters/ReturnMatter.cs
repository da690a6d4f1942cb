using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<ReturnMatterResponse> ReturnMatter(ReturnMatterRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.Return(desk.DeedOn(on.Subject, request.Reason, request.SeenSha256), request.Step, request.StraightBack), matter => new ReturnMatterResponse { Matter = matter });
}
