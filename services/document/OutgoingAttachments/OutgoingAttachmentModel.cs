using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingAttachments;

/// <summary>Tables of files sent with documents.</summary>
internal static class OutgoingAttachmentModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<OutgoingAttachment>(e =>
        {
            e.ToTable("outgoing_attachments").HasKey(a => a.Id);
            e.HasMany(a => a.Hidden).WithOne().HasForeignKey(h => h.AttachmentId);
            e.Ignore(a => a.IsSent);
        });
        model.Entity<HiddenFinding>().ToTable("outgoing_attachment_hidden_contents").HasKey(h => new { h.AttachmentId, h.Kind });
    }
}
