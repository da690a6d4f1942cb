using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.LeakReports;

/// <summary>The rpcs of the register of leaks; one file each.</summary>
internal sealed partial class LeakReportService(DocumentDb db, SecrecyDesk secrecy, ClassificationOfficers officers, Caller caller, OfficeClock clock) : V1.LeakReportService.LeakReportServiceBase
{
    /// <summary>What the caller may see: everything for an officer, their own for everybody else.</summary>
    private IQueryable<LeakReport> Visible(IQueryable<LeakReport> reports)
    {
        var reporter = caller.Actor;
        return officers.Include(caller) ? reports : reports.Where(r => r.Reporter == reporter);
    }

    private async Task<LeakReport> OneAsync(IQueryable<LeakReport> reports, string name, CancellationToken stop) =>
        Guid.TryParseExact(name.Split('/')[1], "D", out var id) && await Visible(reports).SingleOrDefaultAsync(r => r.Id == id, stop) is { } found
            ? found
            : throw DocumentErrors.LeakReportNotFound(name);
}
