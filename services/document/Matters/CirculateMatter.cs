using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<CirculateMatterResponse> CirculateMatter(CirculateMatterRequest request, ServerCallContext context) => ServeAsync(
        context, request.Name, request.Etag, TaskKind.Read, request.Readers, request.Note, matter => new CirculateMatterResponse { Matter = matter });
}
