using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DraftTemplates;

internal sealed partial class DraftTemplateService
{
    public override async Task<GetDraftTemplateResponse> GetDraftTemplate(GetDraftTemplateRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        if (request.Version == 0)
            return new GetDraftTemplateResponse { DraftTemplate = await NewestAsync(request.Name, stop) ?? throw DocumentErrors.TemplateNotFound(request.Name, 0) };
        var kept = await db.DraftTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Name == request.Name && t.Version == request.Version, stop);
        var own = shelf.All.GetValueOrDefault(request.Name) is { } template && template.Version == request.Version ? template : null;
        return new GetDraftTemplateResponse { DraftTemplate = kept?.ToProto() ?? own ?? throw DocumentErrors.TemplateNotFound(request.Name, request.Version) };
    }
}
