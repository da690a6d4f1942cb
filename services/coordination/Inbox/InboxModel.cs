using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Inbox;

/// <summary>The tables of the inbox: a read model, made of events and of nothing else.</summary>
internal static class InboxModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<InboxMatter>().ToTable("inbox_matters").Ignore(m => m.IsMatter).HasKey(m => m.Name);
        model.Entity<InboxEntry>(e =>
        {
            e.ToTable("inbox_entries").HasKey(i => new { i.Matter, i.Number });
            e.Ignore(i => i.Place);
            // One index for each order of a tab; the second also counts what is overdue.
            e.HasIndex(i => new { i.Principal, i.Tab, i.AssignTime, i.Matter, i.Number });
            e.HasIndex(i => new { i.Principal, i.Tab, i.DueTime, i.Matter, i.Number });
        });
        model.Entity<InboxCount>().ToTable("inbox_counts").HasKey(c => new { c.Principal, c.Tab });
    }
}
