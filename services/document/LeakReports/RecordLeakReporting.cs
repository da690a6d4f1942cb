using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.LeakReports;

internal sealed partial class LeakReportService
{
    public override async Task<RecordLeakReportingResponse> RecordLeakReporting(RecordLeakReportingRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var report = await OneAsync(db.LeakReports, request.Name, context.CancellationToken);
        officers.Expect(caller);
        report.ExpectEtag(request.Etag, report.Name);
        report.Report(request.ReportTime.ToDateTimeOffset(), request.Recipients, caller.Actor, clock.Now);
        return await turn.CommitAsync(new RecordLeakReportingResponse { LeakReport = report.ToProto(clock.Now) });
    }
}
