using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;

namespace Backoffice.Document.Procedures;

internal sealed partial class ProcedureService
{
    public override Task<ListProceduresResponse> ListProcedures(ListProceduresRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var ids = library.All.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal)
            .Where(id => string.CompareOrdinal(id, after) > 0).Take(page.Size + 1).ToList();
        return Task.FromResult(new ListProceduresResponse
        {
            Procedures = { ids.Take(page.Size).Select(id => ToProto(library.Latest(id))) },
            NextPageToken = page.Next(ids, id => PageKey.Of(id)),
        });
    }
}
