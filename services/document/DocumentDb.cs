using Backoffice.Document.Dispatches;
using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.DraftTemplates;
using Backoffice.Document.Exchange;
using Backoffice.Document.ExchangePartners;
using Backoffice.Document.FrequentOpinions;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.IssuingYears;
using Backoffice.Document.LeakReports;
using Backoffice.Document.OutgoingAttachments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.Publications;
using Backoffice.Document.Sealing;
using Backoffice.Document.Seals;
using Backoffice.Document.Secrecy;
using Backoffice.Document.WorkingCopies;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document;

/// <summary>Records of the document service.</summary>
internal abstract class DocumentDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<IncomingDocument> IncomingDocuments => Set<IncomingDocument>();

    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<PastVersion> PastVersions => Set<PastVersion>();

    public DbSet<OutgoingDocument> OutgoingDocuments => Set<OutgoingDocument>();

    public DbSet<OutgoingPastVersion> OutgoingPastVersions => Set<OutgoingPastVersion>();

    public DbSet<DraftTemplateVersion> DraftTemplates => Set<DraftTemplateVersion>();

    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();

    public DbSet<FrequentOpinion> FrequentOpinions => Set<FrequentOpinion>();

    public DbSet<Dispatch> Dispatches => Set<Dispatch>();

    public DbSet<ExchangePartner> ExchangePartners => Set<ExchangePartner>();

    public DbSet<SentPackage> SentPackages => Set<SentPackage>();

    public DbSet<ReceivedPackage> ReceivedPackages => Set<ReceivedPackage>();

    public DbSet<GivenNumber> DocumentNumbers => Set<GivenNumber>();

    public DbSet<IssuingYear> IssuingYears => Set<IssuingYear>();

    public DbSet<Seal> Seals => Set<Seal>();

    public DbSet<SealApplication> SealApplications => Set<SealApplication>();

    public DbSet<SealUse> SealUses => Set<SealUse>();

    public DbSet<SecrecyMark> SecrecyMarks => Set<SecrecyMark>();

    public DbSet<LeakReport> LeakReports => Set<LeakReport>();

    public DbSet<PublicationReview> PublicationReviews => Set<PublicationReview>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<ExportApproval> ExportApprovals => Set<ExportApproval>();

    public DbSet<Matter> Matters => Set<Matter>();

    public DbSet<ActRow> MatterActs => Set<ActRow>();

    public DbSet<Reading> MatterReadings => Set<Reading>();

    public override IAsyncEnumerable<string> BlobsNamed() => Set<IncomingDocuments.Attachment>().Select(a => a.Sha256)
        .Union(Set<OutgoingAttachment>().Select(a => a.Sha256))
        .Union(OutgoingDocuments.Where(d => d.PrintSha256 != "").Select(d => d.PrintSha256))
        .Union(SealUses.Select(u => u.PrintSha256)).Union(SealUses.Select(u => u.SealedSha256)).AsAsyncEnumerable();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        IncomingDocumentModel.Apply(modelBuilder);
        OutgoingDocumentModel.Apply(modelBuilder);
        OutgoingAttachmentModel.Apply(modelBuilder);
        DraftTemplateModel.Apply(modelBuilder);
        WorkingCopyModel.Apply(modelBuilder);
        FrequentOpinionModel.Apply(modelBuilder);
        DispatchModel.Apply(modelBuilder);
        ExchangeModel.Apply(modelBuilder);
        SealingModel.Apply(modelBuilder);
        SecrecyModel.Apply(modelBuilder);
        LeakReportModel.Apply(modelBuilder);
        PublicationModel.Apply(modelBuilder);
        MatterModel.Apply(modelBuilder);
    }
}

internal sealed class SqliteDocumentDb(DbContextOptions<SqliteDocumentDb> options) : DocumentDb(options);

internal sealed class PostgresDocumentDb(DbContextOptions<PostgresDocumentDb> options) : DocumentDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("document");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteDesign : SqliteDesignFactory<SqliteDocumentDb>;

internal sealed class PostgresDesign : PostgresDesignFactory<PostgresDocumentDb>;
