using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.LeakReports;

public sealed class RecordLeakReportingTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task An_officer_records_once_when_the_authority_was_told_and_late_is_late(StoreKind store)
    {
        var suite = await suites.On(store);
        var discovered = suite.Now.AddHours(-30);
        var report = await Leaks.ReportedAsync(suite, Office.OfficeDirector, discovered);
        RecordLeakReportingRequest At(DateTimeOffset time) => new() { Name = report.Name, ReportTime = Timestamp.FromDateTimeOffset(time), Recipients = "市保密局、省民政厅", RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("PERMISSION_DENIED", suite.LeaksAs(Office.Staff).RecordLeakReportingAsync(At(suite.Now)));
        // The reporter sees it, and is no officer.
        await Refused.ForAsync("NOT_THE_CLASSIFICATION_OFFICER", suite.LeaksAs(Office.OfficeDirector).RecordLeakReportingAsync(At(suite.Now)));
        await Refused.ForAsync("LEAK_REPORT_NOT_FOUND", suite.LeaksAs(Office.DeputyDirector).RecordLeakReportingAsync(At(suite.Now)));
        foreach (var impossible in new[] { discovered.AddMinutes(-1), suite.Now.AddHours(1) })
            await Refused.ForAsync("STATED_TIME", suite.LeaksAs(Office.Director).RecordLeakReportingAsync(At(impossible)));
        var stale = At(suite.Now);
        stale.Etag = "0";
        await Refused.ForAsync("STALE_ETAG", suite.LeaksAs(Office.Director).RecordLeakReportingAsync(stale));

        var request = At(discovered.AddHours(25));
        var recorded = await suite.LeaksAs(Office.Director).RecordLeakReportingAsync(request);

        (await suite.LeaksAs(Office.Director).RecordLeakReportingAsync(request)).ShouldBe(recorded);
        (recorded.LeakReport.Late, recorded.LeakReport.ReportPerson, recorded.LeakReport.Recipients).ShouldBe((true, "people/director", "市保密局、省民政厅"));
        await Refused.ForAsync("LEAK_REPORTED", suite.LeaksAs(Office.Director).RecordLeakReportingAsync(At(suite.Now)));
        var inTime = await Leaks.ReportedAsync(suite, Office.Staff, discovered);
        (await suite.LeaksAs(Office.Director).RecordLeakReportingAsync(new RecordLeakReportingRequest { Name = inTime.Name, ReportTime = Timestamp.FromDateTimeOffset(discovered.AddHours(2)), Recipients = "市保密局" })).LeakReport.Late.ShouldBeFalse();
    }
}
