using Backoffice.Archive.V1;
using Backoffice.Platform.Blobs;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    public override async Task<VerifyFixityResponse> VerifyFixity(VerifyFixityRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Measured before the turn: reading a file is slow, and the hash that was fixed never changes.
        var filed = await FindAsync(db.ArchiveItems.AsNoTracking(), request.Name, stop);
        var found = await blobs.MeasureAsync(filed.Sha256, stop);

        await using var turn = await db.BeginTurnAsync(context);
        var item = await FindAsync(db.ArchiveItems, request.Name, stop);
        item.RecordFixity(found, clock.Now);
        if (!item.FixityIntact)
            turn.Publish(new FixityBroken { ArchiveItem = item.Name, ExpectedSha256 = item.Sha256, FoundSha256 = found });
        return await turn.CommitAsync(new VerifyFixityResponse { ArchiveItem = item.ToProto(), FoundSha256 = found });
    }
}
