using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Storage;

/// <summary>The tables every service has.</summary>
internal static class LedgerModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<EventRow>(e =>
        {
            e.ToTable("events").HasKey(r => r.Sequence);
            e.Property(r => r.Sequence).ValueGeneratedNever();
        });
        model.Entity<AuditRow>(e =>
        {
            e.ToTable("audit_entries").HasKey(r => r.Sequence);
            e.Property(r => r.Sequence).ValueGeneratedNever();
            e.HasIndex(r => new { r.Account, r.Sequence });
            e.HasIndex(r => new { r.Resource, r.Sequence });
        });
        model.Entity<KeptAnswer>(e =>
        {
            e.ToTable("kept_answers").HasKey(r => new { r.Account, r.RequestId });
            e.HasIndex(r => r.Time);
        });
        model.Entity<ConsumerMark>().ToTable("consumer_marks").HasKey(r => r.Producer);
        model.Entity<DeadLetterRow>().ToTable("dead_letters").HasKey(r => new { r.Producer, r.Sequence });
        model.Entity<RelayMark>(e =>
        {
            e.ToTable("relay_marks").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasData(new RelayMark { Id = 1, Sequence = 0 });
        });
        model.Entity<Revocation>().ToTable("revocations").HasKey(r => r.Account);
        model.Entity<Counter>().ToTable("counters").HasKey(r => r.Name);
        model.Entity<LedgerHeadRow>(e =>
        {
            e.ToTable("ledger_heads").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasData(new LedgerHeadRow { Id = 1, EventSequence = 0, AuditSequence = 0, AuditHash = new byte[32] });
        });
    }
}
