using Backoffice.Procedures.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Procedures.Matters;

/// <summary>Tables of a service that runs procedures; they lie in its own store, so that an act and what it does to the subject are one transaction.</summary>
public static class MatterModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Matter>(e =>
        {
            e.ToTable("matters").HasKey(m => m.Id);
            e.HasIndex(m => new { m.Subject, m.StartTime });
            // A subject has one running matter at most; two calls that start one at the same time do not both commit.
            e.HasIndex(m => m.Subject, "ix_matters_running").IsUnique().HasFilter("status = 'Running'");
            // What stands open where and since when is counted in it alone, without the rows.
            e.HasIndex(m => new { m.ProcedureId, m.PresentStep, m.DueTime, m.StartTime }, "ix_matters_open").HasFilter("status = 'Running'");
            // Holds running matters only, however long the history is.
            e.HasIndex(m => m.RemindTime).HasFilter("remind_time IS NOT NULL");
            e.Property(m => m.StateJson).HasColumnName("state");
            e.Ignore(m => m.State).Ignore(m => m.Procedure).Ignore(m => m.Present).Ignore(m => m.Starter).Ignore(m => m.ReturnSteps).Ignore(m => m.UnreadCount);
        });
        model.Entity<ActRow>(e =>
        {
            e.ToTable("matter_acts").HasKey(a => new { a.MatterId, a.Number });
            e.PrimitiveCollection(a => a.Targets);
            e.Ignore(a => a.Actor);
        });
        model.Entity<Reading>(e =>
        {
            e.ToTable("matter_readings").HasKey(r => new { r.MatterId, r.Number });
            e.HasIndex(r => new { r.MatterId, r.Reader });
            // What one reader has before them, however much was ever circulated.
            e.HasIndex(r => r.Reader).HasFilter("end_time IS NULL");
        });
    }

    /// <summary>Lines of the ledger of one matter that are the caller's.</summary>
    public static IQueryable<Reading> Of(this IQueryable<Reading> ledger, Guid matter, IReadOnlyList<string> readers) =>
        ledger.Where(r => r.MatterId == matter && readers.Contains(r.Reader) && (r.Kind == TaskKind.Read || r.Kind == TaskKind.Copy));
}
