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
            e.HasMany(m => m.Extensions).WithOne().HasForeignKey(x => x.Subject);
            e.Ignore(m => m.Printed).Ignore(m => m.AwaitsOfficer);
        });
        model.Entity<ScopeExtension>(e =>
        {
            e.ToTable("secrecy_scope_extensions").HasKey(x => new { x.Subject, x.Number });
            e.PrimitiveCollection(x => x.Principals);
        });
        model.Entity<ExportApproval>(e =>
        {
            e.ToTable("secrecy_export_approvals").HasKey(a => a.Id);
            e.HasIndex(a => new { a.Subject, a.Person, a.ExpireTime });
        });
    }
}
