using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Matters;

internal sealed partial class MatterService
{
    public override async Task<ListMattersResponse> ListMatters(ListMattersRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 20);
        var subject = await desk.ReadSubjectAsync(request.Subject, stop);
        var before = page.After is { } after ? new DateTimeOffset(after.Number(), TimeSpan.Zero) : DateTimeOffset.MaxValue;
        var matters = await db.Matters.AsNoTracking().Where(m => m.Subject == request.Subject && m.StartTime < before)
            .OrderByDescending(m => m.StartTime).Take(page.Size + 1).ToListAsync(stop);
        return new ListMattersResponse
        {
            Matters = { matters.Take(page.Size).Select(m => desk.ToProto(desk.With(m, subject))) },
            NextPageToken = page.Next(matters, m => PageKey.Of(m.StartTime.UtcTicks)),
        };
    }
}
