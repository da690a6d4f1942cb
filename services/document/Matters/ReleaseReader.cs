using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<ReleaseReaderResponse> ReleaseReader(ReleaseReaderRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var on = await desk.FindAsync(request.Name, stop);
        on.Matter.ExpectVersion(request.Etag);
        var reader = request.Reader.Person.Length > 0 ? request.Reader.Person : request.Reader.Post;
        var lines = await db.MatterReadings.Of(on.Matter.Id, [reader]).Where(r => r.EndTime == null).ToListAsync(stop);
        await desk.RecordAsync(turn, on, on.Matter.Release(desk.DeedOn(on.Subject, request.Reason), reader, lines), stop, read: lines);
        return await turn.CommitAsync(new ReleaseReaderResponse { Matter = desk.ToProto(on) });
    }
}
