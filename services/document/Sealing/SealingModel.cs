using Microsoft.EntityFrameworkCore;
using Seal = Backoffice.Document.Seals.Seal;

namespace Backoffice.Document.Sealing;

/// <summary>Tables of seals, of applications for them and of their uses.</summary>
internal static class SealingModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Seal>(e =>
        {
            e.ToTable("seals").HasKey(s => s.Id);
            // What was destroyed gives its name free.
            e.HasIndex(s => s.DisplayName, "ix_seals_names").IsUnique().HasFilter("state <> 'Destroyed'");
            e.HasIndex(s => new { s.CreateTime, s.Id });
            e.Property(s => s.State).HasConversion<string>();
            e.Ignore(s => s.IsInUse);
        });
        model.Entity<SealApplication>(e =>
        {
            e.ToTable("seal_applications").HasKey(a => a.Id);
            // Two calls that apply at the same time do not both commit.
            e.HasIndex(a => new { a.DocumentId, a.SealId }, "ix_seal_applications_running").IsUnique().HasFilter("state = 'InProgress'");
            e.HasIndex(a => new { a.DocumentId, a.CreateTime });
            e.Property(a => a.State).HasConversion<string>();
            e.OwnsOne(a => a.Approval, p => p.ToTable("seal_application_approvals"));
            e.HasOne(a => a.Document).WithMany().HasForeignKey(a => a.DocumentId);
            e.HasOne(a => a.Seal).WithMany().HasForeignKey(a => a.SealId);
            e.Ignore(a => a.IsOfPresentPrint).Ignore(a => a.Marked);
        });
        model.Entity<SealUse>(e =>
        {
            e.ToTable("seal_uses").HasKey(u => u.Id);
            e.HasIndex(u => new { u.Month, u.Number });
            e.HasIndex(u => u.DocumentId);
            e.HasOne(u => u.Seal).WithMany().HasForeignKey(u => u.SealId);
        });
    }
}
