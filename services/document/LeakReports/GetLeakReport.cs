using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.LeakReports;

internal sealed partial class LeakReportService
{
    public override async Task<GetLeakReportResponse> GetLeakReport(GetLeakReportRequest request, ServerCallContext context) =>
        new() { LeakReport = (await OneAsync(db.LeakReports.AsNoTracking(), request.Name, context.CancellationToken)).ToProto(clock.Now) };
}
