using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Publications;

/// <summary>Tables of publications and of the reviews before them.</summary>
internal static class PublicationModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<PublicationReview>().ToTable("publication_reviews").HasKey(r => new { r.DocumentId, r.Item });
        model.Entity<Publication>(e =>
        {
            e.ToTable("publications").HasKey(p => p.Id);
            e.HasIndex(p => new { p.DocumentId, p.PublishTime });
        });
    }
}
