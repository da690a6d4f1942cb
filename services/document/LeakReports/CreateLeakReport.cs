using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.LeakReports;

internal sealed partial class LeakReportService
{
    public override async Task<CreateLeakReportResponse> CreateLeakReport(CreateLeakReportRequest request, ServerCallContext context)
    {
        var sent = request.LeakReport;
        await using var turn = await db.BeginTurnAsync(context);
        var discovered = sent.DiscoverTime.ToDateTimeOffset();
        if (discovered > clock.Now)
            throw DocumentErrors.StatedTime("discover_time", discovered, DateTimeOffset.UnixEpoch, clock.Now);
        // Whoever may not see it is not told here that it exists.
        if (sent.Document.Length > 0)
            await secrecy.GetAsync(sent.Document, context.CancellationToken);
        var report = new LeakReport
        {
            Id = Guid.CreateVersion7(clock.Now),
            DiscoverTime = discovered,
            Description = sent.Description,
            Measures = sent.Measures,
            Subject = sent.Document,
            Reporter = caller.Actor,
            CreateTime = clock.Now,
        };
        db.LeakReports.Add(report);
        turn.Publish(new LeakReported { LeakReport = report.Name, DiscoverTime = sent.DiscoverTime, DueTime = Timestamp.FromDateTimeOffset(LeakRules.ReportDue(discovered)) });
        return await turn.CommitAsync(new CreateLeakReportResponse { LeakReport = report.ToProto(clock.Now) });
    }
}
