using Backoffice.Document.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Tests.LeakReports;

/// <summary>Leaks that people of the test bureau report.</summary>
internal static class Leaks
{
    public static LeakReportService.LeakReportServiceClient LeaksAs(this Suite suite, string person) => new(suite.As("document", person));

    public static CreateLeakReportRequest Reporting(DateTimeOffset discovered, string description = "一份编号文件去向不明") => new()
    {
        LeakReport = new LeakReport { DiscoverTime = Timestamp.FromDateTimeOffset(discovered), Description = description, Measures = "已封存相关设备" },
        RequestId = Guid.NewGuid().ToString(),
    };

    public static async Task<LeakReport> ReportedAsync(Suite suite, string person, DateTimeOffset discovered) =>
        (await suite.LeaksAs(person).CreateLeakReportAsync(Reporting(discovered))).LeakReport;
}
