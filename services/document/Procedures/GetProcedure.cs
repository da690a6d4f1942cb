using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Procedures;

internal sealed partial class ProcedureService
{
    public override Task<GetProcedureResponse> GetProcedure(GetProcedureRequest request, ServerCallContext context)
    {
        var id = request.Name.Split('/')[1];
        var versions = library.VersionsOf(id).ToList();
        var version = request.Version > 0 ? request.Version : versions.LastOrDefault();
        return versions.Contains(version)
            ? Task.FromResult(new GetProcedureResponse { Procedure = ToProto(library.Get(id, version)) })
            : throw DocumentErrors.ProcedureNotFound(request.Name, request.Version);
    }
}
