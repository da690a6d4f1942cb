using Backoffice.Document.DraftLocks;
using Backoffice.Regulations.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>Tables and indexes of outgoing documents.</summary>
internal static class OutgoingDocumentModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<OutgoingDocument>(e =>
        {
            e.ToTable("outgoing_documents").HasKey(d => d.Id);
            e.HasIndex(d => d.OrderKey).IsUnique();
            e.HasIndex(d => d.DocumentNumber).IsUnique();
            // Holds nearly nothing: what the upkeep of the index has to do.
            e.HasIndex(d => d.OrderKey, "ix_outgoing_documents_not_indexed").HasFilter("NOT is_indexed");
            e.PrimitiveCollection(d => d.ChangedFields);
            e.ComplexProperty(d => d.Draft, p =>
            {
                p.PrimitiveCollection(x => x.AttachmentList);
                p.PrimitiveCollection(x => x.AttachmentTitles);
                p.PrimitiveCollection(x => x.RequestItems);
                p.PrimitiveCollection(x => x.ConcernedOrgans);
                p.Ignore(x => x.IsForPrincipal);
            });
            e.OwnsOne(d => d.Signature, s => s.ToTable("outgoing_document_signatures"));
            e.OwnsOne(d => d.Legality, l => l.ToTable("outgoing_document_legality_reviews"));
            e.OwnsOne(d => d.Invalidity, i => i.ToTable("outgoing_document_invalidities").Ignore(x => x.ForbidsUse).Ignore(x => x.Verb));
            e.HasOne(d => d.Text).WithOne().HasForeignKey<OutgoingText>(t => t.DocumentId);
            e.HasMany(d => d.Readers).WithOne().HasForeignKey(r => r.DocumentId);
            e.HasMany(d => d.Overrides).WithOne().HasForeignKey(o => o.DocumentId);
            e.HasMany(d => d.Review).WithOne().HasForeignKey(r => r.DocumentId);
            e.HasMany(d => d.Attachments).WithOne().HasForeignKey(a => a.DocumentId);
            e.HasMany(d => d.JointIssuers).WithOne().HasForeignKey(j => j.DocumentId);
            e.HasOne(d => d.Lock).WithOne().HasForeignKey<DraftLock>(l => l.DocumentId);
            e.Property(d => d.Secrecy).HasConversion<string>().HasDefaultValue(SecrecyLevel.None);
            e.Property(d => d.SecrecyPrinted).HasDefaultValue("");
            e.Property(d => d.IsScoped).HasDefaultValue(false);
            e.Property(d => d.SealedSha256).HasDefaultValue("");
            e.Ignore(d => d.FileSha256).Ignore(d => d.Marked).Ignore(d => d.Texts).Ignore(d => d.IsSigned).Ignore(d => d.StandingLegality);
            e.Ignore(d => d.FinalDay).Ignore(d => d.SignersInOrder).Ignore(d => d.JointInOrder).Ignore(d => d.AnnexesInOrder);
        });
        model.Entity<DraftLock>().ToTable("draft_locks").HasKey(l => l.DocumentId);
        model.Entity<OutgoingText>(e =>
        {
            e.ToTable("outgoing_document_texts").HasKey(t => t.DocumentId);
            e.HasMany(t => t.Annexes).WithOne().HasForeignKey(a => a.DocumentId);
        });
        model.Entity<BoundAnnex>().ToTable("outgoing_document_annexes").HasKey(a => new { a.DocumentId, a.Position });
        model.Entity<JointIssuer>(e =>
        {
            e.ToTable("outgoing_document_joint_issuers").HasKey(j => new { j.DocumentId, j.Organ });
            e.OwnsOne(j => j.Signature, s => s.ToTable("outgoing_document_joint_signatures"));
        });
        model.Entity<OutgoingReader>(e =>
        {
            e.ToTable("outgoing_document_readers").HasKey(r => new { r.DocumentId, r.Principal });
            e.HasIndex(r => new { r.Principal, r.OrderKey });
        });
        model.Entity<Override>().ToTable("outgoing_document_overrides").HasKey(o => new { o.DocumentId, o.RuleId });
        model.Entity<ReviewedPart>().ToTable("outgoing_document_reviews").HasKey(r => new { r.DocumentId, r.Part });
        model.Entity<OutgoingPastVersion>(e =>
        {
            e.ToTable("outgoing_document_versions").HasKey(v => new { v.DocumentId, v.Version });
            e.PrimitiveCollection(v => v.ChangedFields);
        });
    }
}
