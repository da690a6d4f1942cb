using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<OpenMatterResponse> OpenMatter(OpenMatterRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var on = await desk.FindAsync(request.Name, stop);
        var deed = desk.DeedOn(on.Subject);
        var own = await OwnReadingsAsync(on, stop);
        await desk.RecordAsync(turn, on, on.Matter.Open(deed, own), stop, read: own);
        if (on.Matter.IsRunning)
            await desk.RecordAsync(turn, on, on.Matter.Open(deed), stop);
        return await turn.CommitAsync(new OpenMatterResponse { Matter = desk.ToProto(on) });
    }
}
