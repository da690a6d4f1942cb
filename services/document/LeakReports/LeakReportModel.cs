using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.LeakReports;

/// <summary>The register of leaks.</summary>
internal static class LeakReportModel
{
    public static void Apply(ModelBuilder model) => model.Entity<LeakReport>(e =>
    {
        e.ToTable("leak_reports").HasKey(r => r.Id);
        e.HasIndex(r => new { r.CreateTime, r.Id });
        e.HasIndex(r => new { r.Reporter, r.CreateTime, r.Id });
    });
}
