using Backoffice.Platform.Hosting;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Auditing;

/// <summary>Serves this service's own trail to the security auditor.</summary>
internal sealed class AuditTrailService(ServiceDb db, ServiceIdentity service) : AuditService.AuditServiceBase
{
    public override async Task<ListAuditEntriesResponse> ListAuditEntries(ListAuditEntriesRequest request, ServerCallContext context)
    {
        service.ExpectNamed(request.Parent);
        var page = PageRequest.Of(request, defaultSize: 50);
        var entries = db.AuditEntries.AsNoTracking();
        if (request.Account.Length > 0)
            entries = entries.Where(e => e.Account == request.Account);
        if (request.Resource.Length > 0)
            entries = entries.Where(e => e.Resource == request.Resource);
        if (page.After is { } after)
        {
            var before = after.Number();
            entries = entries.Where(e => e.Sequence < before);
        }
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListAuditEntriesResponse
        {
            AuditEntries = { rows.Take(page.Size).Select(AuditChain.ToProto) },
            NextPageToken = page.Next(rows, r => PageKey.Of(r.Sequence)),
        };
    }

    public override async Task<VerifyAuditTrailResponse> VerifyAuditTrail(VerifyAuditTrailRequest request, ServerCallContext context)
    {
        service.ExpectNamed(request.Name);
        return await AuditVerification.RunAsync(db, context.CancellationToken);
    }
}
