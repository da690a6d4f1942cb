using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<AddSignerResponse> AddSigner(AddSignerRequest request, ServerCallContext context) => ActAsync(
        context, request.Name, request.Etag, on => on.Matter.AddSigner(desk.DeedOn(on.Subject, request.Note), request.Posts, request.After), matter => new AddSignerResponse { Matter = matter });
}
