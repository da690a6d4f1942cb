using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.LeakReports;

public sealed class ListLeakReportsTests
{
    [Theory, EveryDatabase]
    public async Task Officers_see_all_of_them_the_newest_first_and_everybody_else_their_own(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var (first, second) = (await Leaks.ReportedAsync(suite, Office.Staff, suite.Now.AddHours(-2)), await Leaks.ReportedAsync(suite, Office.Clerk, suite.Now.AddHours(-1)));
        (await NamesAsync(suite, Office.Director)).ShouldBe([second.Name, first.Name]);
        (await NamesAsync(suite, Office.Staff)).ShouldBe([first.Name]);
        (await NamesAsync(suite, Office.OfficeDirector)).ShouldBeEmpty();
        await suite.LeaksAs(Office.Director).RecordLeakReportingAsync(new RecordLeakReportingRequest { Name = second.Name, ReportTime = Timestamp.FromDateTimeOffset(suite.Now), Recipients = "市保密局、省民政厅" });
        (await NamesAsync(suite, Office.Director, openOnly: true)).ShouldBe([first.Name]);
    }

    // Page by page, one on each.
    private static async Task<IReadOnlyList<string>> NamesAsync(Suite suite, string person, bool openOnly = false)
    {
        var (names, request) = (new List<string>(), new ListLeakReportsRequest { PageSize = 1, OpenOnly = openOnly });
        do
        {
            var page = await suite.LeaksAs(person).ListLeakReportsAsync(request);
            names.AddRange(page.LeakReports.Select(r => r.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }
}
