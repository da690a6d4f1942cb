using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DraftTemplates;

/// <summary>The table of the bureau's own templates.</summary>
internal static class DraftTemplateModel
{
    public static void Apply(ModelBuilder model) =>
        // Of two who revise one version at once, the second finds its number taken.
        model.Entity<DraftTemplateVersion>().ToTable("draft_templates").HasKey(t => new { t.Name, t.Version });
}
