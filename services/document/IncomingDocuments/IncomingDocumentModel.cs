using Backoffice.Regulations.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Tables and indexes of incoming documents.</summary>
internal static class IncomingDocumentModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<IncomingDocument>(e =>
        {
            e.ToTable("incoming_documents").HasKey(d => d.Id);
            e.HasIndex(d => d.OrderKey).IsUnique();
            // The register itself has neither gaps nor doubles; the counter gives the first, this the second.
            e.HasIndex(d => new { d.RegistrationYear, d.RegistrationSequence }).IsUnique();
            e.HasIndex(d => d.Source).IsUnique();
            // Likely duplicates, the newest first.
            e.HasIndex(d => new { d.DuplicateKey, d.OrderKey });
            e.HasIndex(d => new { d.NumberKey, d.OrderKey });
            e.HasIndex(d => new { d.TitleKey, d.OrderKey });
            e.HasIndex(d => new { d.SubjectKey, d.RegisterTime });
            e.HasIndex(d => d.OrderKey, "ix_incoming_documents_without_keys").HasFilter("subject_key IS NULL");
            // Holds nearly nothing: what the upkeep of the index has to do.
            e.HasIndex(d => d.OrderKey, "ix_incoming_documents_not_indexed").HasFilter("NOT is_indexed");
            e.Property(d => d.IsIndexed).HasDefaultValue(true).HasSentinel(true);
            e.PrimitiveCollection(d => d.ChangedFields);
            e.Property(d => d.Secrecy).HasConversion<string>().HasDefaultValue(SecrecyLevel.None);
            e.Property(d => d.IsScoped).HasDefaultValue(false);
            e.Ignore(d => d.Marked).Ignore(d => d.Texts).Ignore(d => d.Keys);
            e.ComplexProperty(d => d.Particulars, p => p.PrimitiveCollection(x => x.AttachmentTitles));
            e.OwnsOne(d => d.Invalidity, i => i.ToTable("incoming_document_invalidities").Ignore(x => x.ForbidsUse).Ignore(x => x.Verb));
            e.OwnsOne(d => d.Cosignature, c => c.ToTable("incoming_document_cosignatures"));
            e.HasOne(d => d.Text).WithOne().HasForeignKey<DocumentText>(t => t.DocumentId);
            e.HasOne(d => d.Handling).WithOne().HasForeignKey<IncomingHandling>(h => h.DocumentId);
            e.HasMany(d => d.Readers).WithOne().HasForeignKey(r => r.DocumentId);
            e.HasMany(d => d.Attachments).WithOne().HasForeignKey(a => a.DocumentId);
        });
        model.Entity<DocumentText>().ToTable("incoming_document_texts").HasKey(t => t.DocumentId);
        model.Entity<Reader>(e =>
        {
            e.ToTable("incoming_document_readers").HasKey(r => new { r.DocumentId, r.Principal });
            e.HasIndex(r => new { r.Principal, r.OrderKey });
            e.HasIndex(r => new { r.Principal, r.IssueDay, r.OrderKey });
        });
        model.Entity<IncomingHandling>(e =>
        {
            e.ToTable("incoming_document_handlings").HasKey(h => h.DocumentId);
            e.PrimitiveCollection(h => h.AssistingPosts);
            e.Ignore(h => h.PassedScreening);
        });
        model.Entity<Attachment>(e =>
        {
            e.ToTable("incoming_document_attachments").HasKey(a => a.Id);
            e.HasIndex(a => a.Sha256);
        });
        model.Entity<PastVersion>(e =>
        {
            e.ToTable("incoming_document_versions").HasKey(v => new { v.DocumentId, v.Version });
            e.PrimitiveCollection(v => v.ChangedFields);
        });
    }
}
