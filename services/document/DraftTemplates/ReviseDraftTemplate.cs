using Backoffice.Document.V1;
using Backoffice.Platform.Errors;
using Grpc.Core;

namespace Backoffice.Document.DraftTemplates;

internal sealed partial class DraftTemplateService
{
    public override async Task<ReviseDraftTemplateResponse> ReviseDraftTemplate(ReviseDraftTemplateRequest request, ServerCallContext context)
    {
        var (stop, sent) = (context.CancellationToken, request.DraftTemplate);
        await using var turn = await db.BeginTurnAsync(context);
        var present = (await NewestAsync(sent.Name, stop))?.Version ?? 0;
        if (request.BaseVersion != present)
            throw PlatformErrors.Conflict();
        sent.ExpectFields();
        var next = DraftTemplateVersion.Of(sent, present + 1, caller.Actor, clock.Now);
        db.DraftTemplates.Add(next);
        return await turn.CommitAsync(new ReviseDraftTemplateResponse { DraftTemplate = next.ToProto() });
    }
}
