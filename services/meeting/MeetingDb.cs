using Backoffice.Meeting.RoomBookings;
using Backoffice.Meeting.Rooms;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Meeting;

/// <summary>Records of the meeting service.</summary>
internal abstract class MeetingDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<RoomBooking> RoomBookings => Set<RoomBooking>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Room>(e =>
        {
            e.ToTable("rooms").HasKey(r => r.Name);
            e.PrimitiveCollection(r => r.Equipment);
        });
        // That bookings of one room do not overlap is added by the migration: the model cannot say it.
        modelBuilder.Entity<RoomBooking>(e =>
        {
            e.ToTable("room_bookings").HasKey(b => b.Id);
            e.HasOne<Room>().WithMany().HasForeignKey(b => b.Room).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(b => new { b.Room, b.StartTime, b.Id });
            e.HasIndex(b => new { b.StartTime, b.Id });
        });
    }
}

internal sealed class SqliteMeetingDb(DbContextOptions<SqliteMeetingDb> options) : MeetingDb(options);

internal sealed class PostgresMeetingDb(DbContextOptions<PostgresMeetingDb> options) : MeetingDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("meeting");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class SqliteDesign : SqliteDesignFactory<SqliteMeetingDb>;

internal sealed class PostgresDesign : PostgresDesignFactory<PostgresMeetingDb>;
