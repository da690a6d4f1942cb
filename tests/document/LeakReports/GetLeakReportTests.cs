using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.LeakReports;

public sealed class GetLeakReportTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_reporter_and_the_officers_see_it_and_to_others_it_does_not_exist(StoreKind store)
    {
        var suite = await suites.On(store);
        var report = await Leaks.ReportedAsync(suite, Office.Staff, suite.Now.AddHours(-1));
        var request = new GetLeakReportRequest { Name = report.Name };
        foreach (var person in new[] { Office.Staff, Office.Director })
            (await suite.LeaksAs(person).GetLeakReportAsync(request)).LeakReport.Description.ShouldBe(report.Description);
        foreach (var person in new[] { Office.SectionChief, Office.OfficeDirector, Office.County })
            await Refused.ForAsync("LEAK_REPORT_NOT_FOUND", suite.LeaksAs(person).GetLeakReportAsync(request));
        await Refused.ForAsync("LEAK_REPORT_NOT_FOUND", suite.LeaksAs(Office.Director).GetLeakReportAsync(new GetLeakReportRequest { Name = $"leakReports/{Guid.NewGuid()}" }));
    }
}
