using Backoffice.Identity.Accounts;
using Backoffice.Identity.Keys;
using Backoffice.Identity.Sessions;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Backoffice.Identity;

/// <summary>Records of the identity service, and what OpenIddict keeps of clients, authorisations and tokens.</summary>
internal abstract class IdentityDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Credential> Credentials => Set<Credential>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    // Issuing a token changes no record of the office; OpenIddict saves its own rows when it needs to.
    protected override bool MaySaveOutsideTurn() => ChangeTracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .All(e => e.Entity is OpenIddictEntityFrameworkCoreApplication or OpenIddictEntityFrameworkCoreAuthorization
            or OpenIddictEntityFrameworkCoreScope or OpenIddictEntityFrameworkCoreToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<Account>(e =>
        {
            e.ToTable("accounts").HasKey(a => a.Name);
            e.PrimitiveCollection(a => a.Roles).ElementType().HasConversion<string>();
            e.HasOne(a => a.Credential).WithOne().HasForeignKey<Credential>(c => c.Account);
            e.Navigation(a => a.Credential).AutoInclude();
            e.Ignore(a => a.Login);
        });
        modelBuilder.Entity<Credential>(e =>
        {
            e.ToTable("credentials").HasKey(c => c.Account);
            e.PrimitiveCollection(c => c.FormerHashes);
        });
        modelBuilder.Entity<Session>(e =>
        {
            e.ToTable("sessions").HasKey(s => s.Id);
            e.HasIndex(s => s.Account);
        });
        modelBuilder.Entity<SigningKey>().ToTable("signing_keys").HasKey(k => k.Kid);
        modelBuilder.Entity<ProtectionKey>().ToTable("protection_keys").HasKey(k => k.Id);
    }
}

internal sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options) : IdentityDb(options);

internal sealed class PostgresIdentityDb(DbContextOptions<PostgresIdentityDb> options) : IdentityDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("identity");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteDesign : SqliteDesignFactory<SqliteIdentityDb>;

internal sealed class PostgresDesign : PostgresDesignFactory<PostgresIdentityDb>;
