using Backoffice.Document.V1;
using Backoffice.Procedures.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override Task<CopyMatterResponse> CopyMatter(CopyMatterRequest request, ServerCallContext context) => ServeAsync(
        context, request.Name, request.Etag, TaskKind.Copy, request.Readers, request.Note, matter => new CopyMatterResponse { Matter = matter });
}
