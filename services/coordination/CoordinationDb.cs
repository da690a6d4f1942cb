using Backoffice.Coordination.Delegations;
using Backoffice.Coordination.Inbox;
using Backoffice.Coordination.People;
using Backoffice.Coordination.Posts;
using Backoffice.Coordination.Statistics;
using Backoffice.Coordination.Units;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination;

/// <summary>Records of the coordination service.</summary>
internal abstract class CoordinationDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Holding> Holdings => Set<Holding>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<DailyRegistration> DailyRegistrations => Set<DailyRegistration>();

    public DbSet<DocumentFigure> DocumentFigures => Set<DocumentFigure>();

    public DbSet<StepFigure> StepFigures => Set<StepFigure>();

    public DbSet<StepDuration> StepDurations => Set<StepDuration>();

    public DbSet<InboxMatter> InboxMatters => Set<InboxMatter>();

    public DbSet<InboxEntry> InboxEntries => Set<InboxEntry>();

    public DbSet<InboxCount> InboxCounts => Set<InboxCount>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        InboxModel.Apply(modelBuilder);
        modelBuilder.Entity<Unit>(e =>
        {
            e.ToTable("units").HasKey(u => u.Name);
            e.PrimitiveCollection(u => u.Responsibilities);
            e.HasIndex(u => u.Parent);
        });
        modelBuilder.Entity<Post>(e =>
        {
            e.ToTable("posts").HasKey(p => p.Name);
            e.PrimitiveCollection(p => p.Responsibilities);
            e.HasIndex(p => p.Unit);
        });
        modelBuilder.Entity<Person>(e =>
        {
            e.ToTable("people").HasKey(p => p.Name);
            e.HasIndex(p => p.Account).IsUnique();
            e.HasMany(p => p.Holdings).WithOne().HasForeignKey(h => h.Person);
        });
        modelBuilder.Entity<Holding>(e =>
        {
            e.ToTable("holdings").HasKey(h => new { h.Person, h.Post });
            e.HasIndex(h => h.Post);
        });
        // That delegations of one post do not overlap is added by the migration: the model cannot say it.
        modelBuilder.Entity<Delegation>(e =>
        {
            e.ToTable("delegations").HasKey(d => d.Id);
            e.HasOne<Post>().WithMany().HasForeignKey(d => d.Post).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(d => d.DeputyPost).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(d => new { d.Post, d.StartTime, d.Id });
            e.HasIndex(d => d.EndTime);
        });
        modelBuilder.Entity<DailyRegistration>().ToTable("daily_registrations").HasKey(r => new { r.Day, r.Unit });
        modelBuilder.Entity<DocumentFigure>().ToTable("document_figures").HasKey(f => new { f.Month, f.Line });
        modelBuilder.Entity<StepFigure>().ToTable("step_figures").HasKey(f => new { f.Month, f.Line });
        modelBuilder.Entity<StepDuration>().ToTable("step_durations").HasKey(d => new { d.Month, d.Line, d.Stretch });
    }
}

internal sealed class SqliteCoordinationDb(DbContextOptions<SqliteCoordinationDb> options) : CoordinationDb(options);

internal sealed class PostgresCoordinationDb(DbContextOptions<PostgresCoordinationDb> options) : CoordinationDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("coordination");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteDesign : SqliteDesignFactory<SqliteCoordinationDb>;

internal sealed class PostgresDesign : PostgresDesignFactory<PostgresCoordinationDb>;
