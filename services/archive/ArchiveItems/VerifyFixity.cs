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
        var filed = await FindAsync(db.ArchiveItems.AsNoTracking().Include(i => i.Files), request.Name, stop);
        var found = new List<string>();
        foreach (var hash in filed.Hashes)
            found.Add(await blobs.MeasureAsync(hash, stop));
        var broken = filed.Hashes.Zip(found).Where(h => h.First != h.Second).ToList();

        await using var turn = await db.BeginTurnAsync(context);
        var item = await FindAsync(db.ArchiveItems, request.Name, stop);
        item.RecordFixity(broken.Count == 0, clock.Now);
        foreach (var (expected, now) in broken)
            turn.Publish(new FixityBroken { ArchiveItem = item.Name, ExpectedSha256 = expected, FoundSha256 = now });
        return await turn.CommitAsync(new VerifyFixityResponse { ArchiveItem = item.ToProto(), FoundSha256 = found[0] });
    }
}
