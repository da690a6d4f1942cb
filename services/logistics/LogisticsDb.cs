using Backoffice.Logistics.VehicleBookings;
using Backoffice.Logistics.Vehicles;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Logistics;

/// <summary>Records of the logistics service.</summary>
internal abstract class LogisticsDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Vehicle> Vehicles => Set<Vehicle>();

    public DbSet<VehicleBooking> VehicleBookings => Set<VehicleBooking>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Vehicle>(e =>
        {
            e.ToTable("vehicles").HasKey(v => v.Name);
            e.HasIndex(v => v.PlateKey).IsUnique();
        });
        // That bookings of one vehicle do not overlap is added by the migration: the model cannot say it.
        modelBuilder.Entity<VehicleBooking>(e =>
        {
            e.ToTable("vehicle_bookings").HasKey(b => b.Id);
            e.HasOne<Vehicle>().WithMany().HasForeignKey(b => b.Vehicle).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(b => new { b.Vehicle, b.StartTime, b.Id });
            e.HasIndex(b => new { b.StartTime, b.Id });
        });
    }
}

internal sealed class SqliteLogisticsDb(DbContextOptions<SqliteLogisticsDb> options) : LogisticsDb(options);

internal sealed class PostgresLogisticsDb(DbContextOptions<PostgresLogisticsDb> options) : LogisticsDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("logistics");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteDesign : SqliteDesignFactory<SqliteLogisticsDb>;

internal sealed class PostgresDesign : PostgresDesignFactory<PostgresLogisticsDb>;
