using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.WorkingCopies;

/// <summary>The table of what is being typed.</summary>
internal static class WorkingCopyModel
{
    public static void Apply(ModelBuilder model) => model.Entity<WorkingCopy>(e =>
    {
        e.ToTable("working_copies").HasKey(c => new { c.Parent, c.Person, c.Editor });
        // An editor chooses its own name; the store makes none.
        e.Property(c => c.Editor).ValueGeneratedNever();
        e.PrimitiveCollection(c => c.AnnexTitles);
        e.PrimitiveCollection(c => c.AnnexTexts);
    });
}
