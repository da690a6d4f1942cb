using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<GetSealApplicationResponse> GetSealApplication(GetSealApplicationRequest request, ServerCallContext context) =>
        new() { SealApplication = (await ReadAsync(request.Name, context.CancellationToken)).ToProto() };
}
