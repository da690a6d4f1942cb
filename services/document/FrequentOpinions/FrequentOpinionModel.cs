using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.FrequentOpinions;

/// <summary>The table of what people often write.</summary>
internal static class FrequentOpinionModel
{
    public static void Apply(ModelBuilder model) => model.Entity<FrequentOpinion>(e => e.ToTable("frequent_opinions").HasKey(o => new { o.Person, o.Text }));
}
