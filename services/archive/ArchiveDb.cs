using Backoffice.Archive.ArchiveItems;
using Backoffice.Archive.Filings;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Archive;

/// <summary>Records of the archive service.</summary>
internal abstract class ArchiveDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<ArchiveItem> ArchiveItems => Set<ArchiveItem>();

    public DbSet<Filing> Filings => Set<Filing>();

    public override IAsyncEnumerable<string> BlobsNamed() => ArchiveItems.Select(i => i.Sha256).Union(Set<ItemFile>().Select(f => f.Sha256)).AsAsyncEnumerable();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ArchiveItem>(e =>
        {
            e.ToTable("archive_items").HasKey(i => i.Id);
            e.HasIndex(i => i.OrderKey).IsUnique();
            // The counter gives codes without gaps, this makes sure of no doubles.
            e.HasIndex(i => i.ReferenceCode).IsUnique();
            e.HasIndex(i => new { i.FilingYear, i.ReferenceCode });
            e.HasIndex(i => i.Source).IsUnique();
            e.HasMany(i => i.Files).WithOne().HasForeignKey(f => f.ItemId);
            e.Ignore(i => i.Hashes);
        });
        modelBuilder.Entity<ItemFile>().ToTable("archive_item_files").HasKey(f => new { f.ItemId, f.Number });
        modelBuilder.Entity<Filing>(e =>
        {
            e.ToTable("filings").HasKey(f => f.Id);
            e.HasIndex(f => f.Source).IsUnique();
            e.HasIndex(f => new { f.State, f.NextAttemptTime });
            e.HasIndex(f => new { f.CreateTime, f.Source });
        });
    }
}

internal sealed class SqliteArchiveDb(DbContextOptions<SqliteArchiveDb> options) : ArchiveDb(options);

internal sealed class PostgresArchiveDb(DbContextOptions<PostgresArchiveDb> options) : ArchiveDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("archive");
        base.OnModelCreating(modelBuilder);
        // Lists go by reference code: by its characters as on SQLite, not by the rules of the server's language.
        modelBuilder.Entity<ArchiveItem>().Property(i => i.ReferenceCode).UseCollation("C");
    }
}

internal sealed class SqliteDesign : SqliteDesignFactory<SqliteArchiveDb>;

internal sealed class PostgresDesign : PostgresDesignFactory<PostgresArchiveDb>;
