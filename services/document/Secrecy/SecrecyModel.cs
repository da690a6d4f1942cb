using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Secrecy;

/// <summary>Tables of marks, and of what was approved of them.</summary>
internal static class SecrecyModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<SecrecyMark>(e =>
        {
            e.ToTable("secrecy_marks").HasKey(m => m.Subject);
            e.PrimitiveCollection(m => m.Scope);
            e.Property(m => m.Level).HasConversion<string>();
            e.Property(m => m.Referral).HasConversion<string>().HasDefaultValue(Regulations.Secrecy.Referral.None);
            e.Property(m => m.CopyNumbers).HasDefaultValue("");
            e.Property(m => m.Decision).HasDefaultValue("");
            // Hold what is still a secret, however much was.
            e.HasIndex(m => new { m.ReviewedOn, m.Subject }, "ix_secrecy_marks_reviewed").HasFilter("reviewed_on IS NOT NULL");
            e.HasIndex(m => m.DeclassifiedFrom, "ix_secrecy_marks_expiring").HasFilter("declassify_time IS NULL AND reviewed_on IS NOT NULL AND declassified_from IS NOT NULL");
            e.HasMany(m => m.Extensions).WithOne().HasForeignKey(x => x.Subject);
            e.HasMany(m => m.Reviews).WithOne().HasForeignKey(r => r.Subject);
            e.Ignore(m => m.Printed).Ignore(m => m.AwaitsOfficer).Ignore(m => m.IsClassified).Ignore(m => m.IsDeclassified).Ignore(m => m.Term);
        });
        model.Entity<ScopeExtension>(e =>
        {
            e.ToTable("secrecy_scope_extensions").HasKey(x => new { x.Subject, x.Number });
            e.PrimitiveCollection(x => x.Principals);
        });
        model.Entity<ClassificationReview>(e =>
        {
            e.ToTable("secrecy_reviews").HasKey(r => new { r.Subject, r.Number });
            e.Property(r => r.Outcome).HasConversion<string>();
        });
        model.Entity<ExportApproval>(e =>
        {
            e.ToTable("secrecy_export_approvals").HasKey(a => a.Id);
            e.HasIndex(a => new { a.Subject, a.Person, a.ExpireTime });
            e.Property(a => a.Authority).HasDefaultValue("");
        });
    }
}
