using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<GetMatterResponse> GetMatter(GetMatterRequest request, ServerCallContext context) =>
        new() { Matter = desk.ToProto(await desk.ReadAsync(request.Name, context.CancellationToken)) };
}
