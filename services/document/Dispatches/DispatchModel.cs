using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.IssuingYears;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

/// <summary>Tables of the ledger of dispatches, of the register of numbers and of its yearly statistic.</summary>
internal static class DispatchModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Dispatch>(e =>
        {
            e.ToTable("dispatches").HasKey(d => d.Id);
            e.HasIndex(d => new { d.DocumentId, d.Number }).IsUnique();
            e.HasIndex(d => new { d.Unit, d.DispatchTime, d.Id });
            // Holds what is outstanding, however much was sent.
            e.HasIndex(d => new { d.DispatchTime, d.Id }, "ix_dispatches_outstanding").HasFilter("sign_for_time IS NULL AND ending IS NULL");
            e.HasMany(d => d.Urgings).WithOne().HasForeignKey(u => u.DispatchId);
            e.Property(d => d.Ending).HasConversion<string>();
            e.Ignore(d => d.Status).Ignore(d => d.CopyNumbers);
        });
        model.Entity<Urging>().ToTable("dispatch_urgings").HasKey(u => new { u.DispatchId, u.Number });
        model.Entity<GivenNumber>(e =>
        {
            // The key is the register itself: a number cannot be in it twice.
            e.ToTable("document_numbers").HasKey(n => new { n.Code, n.Year, n.Sequence });
            e.HasIndex(n => n.Number).IsUnique();
        });
        model.Entity<IssuingYear>(e =>
        {
            e.ToTable("issuing_years").HasKey(y => y.Year);
            e.Property(y => y.Year).ValueGeneratedNever();
        });
    }
}
