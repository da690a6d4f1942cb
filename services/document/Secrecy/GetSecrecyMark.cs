using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    public override async Task<GetSecrecyMarkResponse> GetSecrecyMark(GetSecrecyMarkRequest request, ServerCallContext context)
    {
        var document = await secrecy.GetAsync(request.Name, context.CancellationToken);
        var mark = await secrecy.MarkOfAsync(document.Name, context.CancellationToken);
        return new GetSecrecyMarkResponse { SecrecyMark = mark?.ToProto() ?? new V1.SecrecyMark { Name = document.Name } };
    }
}
