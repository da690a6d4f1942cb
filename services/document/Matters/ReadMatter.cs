using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<ReadMatterResponse> ReadMatter(ReadMatterRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var on = await desk.FindAsync(request.Name, stop);
        on.Matter.ExpectVersion(request.Etag);
        var own = await OwnReadingsAsync(on, stop);
        await desk.RecordAsync(turn, on, on.Matter.Read(desk.DeedOn(on.Subject, request.Opinion), own), stop, read: own);
        return await turn.CommitAsync(new ReadMatterResponse { Matter = desk.ToProto(on) });
    }
}
