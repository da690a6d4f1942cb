using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.LeakReports;

public sealed class CreateLeakReportTests(DocumentSuites suites)
{
    // Rulebook case 91: discovered at nine, to be reported by nine the next day, whatever day that is.
    [Theory, EveryDatabase]
    public async Task Anybody_reports_a_leak_and_has_twenty_four_hours_of_the_clock(StoreKind store)
    {
        var suite = await suites.On(store);
        var discovered = suite.Now.AddHours(-3);
        foreach (var person in new[] { Office.Staff, Office.County, Office.Clerk })
        {
            var request = Leaks.Reporting(discovered);
            var report = await suite.LeaksAs(person).CreateLeakReportAsync(request);
            (await suite.LeaksAs(person).CreateLeakReportAsync(request)).ShouldBe(report);
            report.LeakReport.DueTime.ToDateTimeOffset().ShouldBe(discovered.AddHours(24), TimeSpan.FromSeconds(1));
            (report.LeakReport.Reporter, report.LeakReport.Late, report.LeakReport.ReportTime).ShouldBe(($"people/{person}", false, null));
            (await suite.EventsAsync<LeakReported>("document")).Count(e => e.LeakReport == report.LeakReport.Name).ShouldBe(1);
        }
        (await Leaks.ReportedAsync(suite, Office.Staff, suite.Now.AddHours(-25))).Late.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task What_was_not_discovered_yet_and_what_is_not_theirs_to_know_is_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        (await Refused.ForAsync("STATED_TIME", suite.LeaksAs(Office.Staff).CreateLeakReportAsync(Leaks.Reporting(suite.Now.AddHours(1))))).Metadata["field"].ShouldBe("discover_time");
        var about = Leaks.Reporting(suite.Now);
        about.LeakReport.Document = (await DraftUnderway.AtAsync(suite, "draft")).Name;
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", suite.LeaksAs(DraftUnderway.Outsider).CreateLeakReportAsync(about));
        (await suite.LeaksAs(Office.Staff).CreateLeakReportAsync(about)).LeakReport.Document.ShouldBe(about.LeakReport.Document);
        about.LeakReport.Description = "";
        (await Refused.FieldsOfAsync(suite.LeaksAs(Office.Staff).CreateLeakReportAsync(about))).ShouldBe(["leak_report.description"]);
    }

    // 保密法 第31条(三): a report of a leak is no place for the secret itself.
    [Theory, EveryDatabase]
    public async Task A_report_that_bears_the_mark_of_a_secret_is_not_kept_outside_a_classified_zone(StoreKind store)
    {
        var suite = await suites.On(store);
        var word = $"zz{Guid.NewGuid():N}";
        await Refused.ForAsync("STATE_SECRET_REFUSED", suite.LeaksAs(Office.Staff).CreateLeakReportAsync(Leaks.Reporting(suite.Now, $"机密★10年 {word}")));
        (await suite.FindInStoreAsync(word)).ShouldBeEmpty();
    }
}
